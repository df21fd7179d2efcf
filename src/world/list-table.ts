/** Numbers lists of strings or numbers, each once: cases of a form, words that must follow a trigger. */
export class ListTable<Item extends string | number> {
  readonly lists: (readonly Item[])[] = [];
  readonly #byList = new Map<readonly Item[], number>();
  readonly #byItems = new Map<string, number>();

  /** The number of a list; −1 for none. */
  indexOf(list: readonly Item[] | undefined): number {
    if (!list) return -1;
    const known = this.#byList.get(list);
    if (known !== undefined) return known;
    const items = list.join(' ');
    const index = this.#byItems.get(items) ?? this.lists.push(list) - 1;
    this.#byItems.set(items, index);
    this.#byList.set(list, index);
    return index;
  }
}
