// SPDX-License-Identifier: Apache-2.0
// A question that can take long. One at a time: a new one ends the one before; who asked can take it back.

export class Question extends EventTarget {
  #control = null;
  since = 0; // performance.now() when it was asked

  get busy() {
    return this.#control !== null;
  }

  /**
   * @template Answer
   * @param {(signal: AbortSignal) => Promise<Answer>} run
   * @returns {Promise<{answer?: Answer, failure?: any, ended: '' | 'overtaken' | 'cancelled'}>}
   */
  async ask(run) {
    this.#control?.abort('overtaken');
    const control = (this.#control = new AbortController());
    this.since = performance.now();
    this.dispatchEvent(new Event('change'));
    const found = await run(control.signal).then(
      (answer) => ({answer}),
      (failure) => ({failure}),
    );
    if (this.#control === control) this.#control = null;
    if (control.signal.aborted) return {ended: control.signal.reason};
    this.dispatchEvent(new Event('change'));
    return {...found, ended: ''};
  }

  cancel() {
    this.#control?.abort('cancelled');
    this.#control = null;
    this.dispatchEvent(new Event('change'));
  }
}
