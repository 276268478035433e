// What has to be let go of when the program stops, last made first.

export class Disposables {
  private readonly disposers: (() => Promise<unknown>)[] = [];
  private disposal: Promise<void> | undefined;

  add(disposer: () => Promise<unknown>): void {
    this.disposers.unshift(disposer);
  }

  /** Lets go of everything once; whoever calls again waits for the same end. */
  dispose(): Promise<void> {
    this.disposal ??= this.disposeAll();
    return this.disposal;
  }

  private async disposeAll(): Promise<void> {
    for (const disposer of this.disposers.splice(0)) await disposer();
  }
}
