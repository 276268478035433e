// One icon: a stroke in the colour of the text around it, said to nobody.

export function Stroke({ path, size }: { readonly path: string; readonly size: number }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
