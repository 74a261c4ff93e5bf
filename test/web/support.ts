import { commonWords } from '../../web/src/lib/i18n/common.words.ts';
import { type Language, setLanguage } from '../../web/src/lib/i18n/i18n.ts';

/** Shows the building blocks in one language, whatever the machine's own is. */
export const speak = async (language: Language): Promise<void> => {
  await setLanguage(language);
  await commonWords.load();
};

/** jsdom has the dialog element without its methods; these keep to what the HTML standard says of them. */
export const teachDialogs = (): void => {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement): void {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement): void {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
};
