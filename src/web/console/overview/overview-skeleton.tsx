// The overview before its figures are there: as tall as it will be, so that nothing jumps.
import { LOADING } from "../shell/wording.ts";

export function OverviewSkeleton() {
  return (
    <div class="shown" role="status">
      <span class="hidden-label">{LOADING}</span>
      <div class="tiles">
        {Array.from({ length: 5 }, (_, nth) => (
          <span key={nth} class="bone tile-bone" />
        ))}
      </div>
      <span class="bone plot-bone" />
      <div class="halves">
        <span class="bone plot-bone" />
        <span class="bone plot-bone" />
      </div>
    </div>
  );
}
