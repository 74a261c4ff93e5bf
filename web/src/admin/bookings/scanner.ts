/** As much of a browser's reader of codes as is used; not every browser has one. */
interface CodeReader {
  readonly detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
}
declare global {
  var BarcodeDetector: (new (options: { readonly formats: readonly string[] }) => CodeReader) | undefined;
}

const pauseMilliseconds = 250;
/** A ticket held before the camera is read many times over. */
const sameAgainMilliseconds = 4_000;

const reader = (): CodeReader | undefined => {
  const { BarcodeDetector: Reader } = globalThis;
  return Reader && new Reader({ formats: ['qr_code'] });
};

export const canScan = (): boolean => 'BarcodeDetector' in globalThis && 'mediaDevices' in navigator;

export interface Scanner {
  readonly stop: () => void;
}

/**
 * Shows what the camera sees and tells every code it reads, until it is stopped.
 * @throws when the camera can't be had or the browser reads no codes
 */
export const startScanner = async (
  video: HTMLVideoElement,
  onCode: (text: string) => void,
): Promise<Scanner> => {
  const codes = reader();
  if (codes === undefined) throw new Error('this browser reads no codes');
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  let running = true;
  let last = { text: '', at: 0 };
  const look = async (): Promise<void> => {
    if (!running) return;
    // A frame that is not there yet is no reason to stop looking.
    const found = await codes.detect(video).catch(() => []);
    const text = found[0]?.rawValue;
    const now = Date.now();
    if (running && text !== undefined && (text !== last.text || now - last.at > sameAgainMilliseconds)) {
      onCode(text);
    }
    if (text !== undefined) last = { text, at: now };
    setTimeout(() => void look(), pauseMilliseconds);
  };
  video.srcObject = stream;
  await video.play();
  void look();
  return {
    stop: () => {
      running = false;
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
  };
};
