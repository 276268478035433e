# The base is fixed to the byte: the index of node:24-bookworm-slim for amd64 and arm64 of October 2026. For a newer one
# (security fixes come by this alone): docker buildx imagetools inspect node:24-bookworm-slim, and both lines below.
# Build: everything that is needed to compile. No script of a package runs: what is native lies ready in packages.
FROM node:24.21.0-bookworm-slim@sha256:d6aa754f16b3197301076f047b5def2f02ea1dbbc2ca920407d46d7ec7f87b20 AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run -s build && npm prune --omit=dev --ignore-scripts

# Run: Node, the production packages and the compiled program.
FROM node:24.21.0-bookworm-slim@sha256:d6aa754f16b3197301076f047b5def2f02ea1dbbc2ca920407d46d7ec7f87b20
ENV NODE_ENV=production \
    DATABASE_URL=file:/data/bot.db \
    FAQ_FILE=/app/faq.yaml
# MAX's certificates are issued by the Russian Trusted Root CA, which Node does not know. Mount a PEM file with the
# root and the sub CA and name it before the process starts (a .env file is read too late):
#   docker run -v ./russian-ca.pem:/certs/russian-ca.pem:ro -e NODE_EXTRA_CA_CERTS=/certs/russian-ca.pem …
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/package.json /app/faq.yaml ./
RUN install -d -o node -g node /data
USER node
VOLUME /data
# Healthy while MAX answers the polls.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||8080)+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "dist/main.js"]
