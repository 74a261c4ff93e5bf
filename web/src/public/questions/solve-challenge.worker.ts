import { solve } from './solve-challenge.ts';

addEventListener('message', ({ data }: MessageEvent<string>) => {
  solve(data).then(
    (proof) => postMessage(proof),
    // An empty answer sends the page to its own way of solving.
    () => postMessage(''),
  );
});
