import { render } from 'solid-js/web';
import './ui/styles/index.css';
import { startDisplay } from './lib/display.ts';
import { commonWords } from './lib/i18n/common.words.ts';
import { startLanguage } from './lib/i18n/i18n.ts';
import { App, preloadTree } from './routes.tsx';

const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no #app');

startDisplay();
startLanguage();
preloadTree();
try {
  // Nothing is shown before the shared words are here, not even that something is loading.
  await commonWords.load();
  render(() => <App />, place);
} catch {
  // In both languages and without the dictionaries: they are what did not arrive.
  place.textContent =
    '网站没有打开。请检查网络，再刷新页面。 The site could not be opened. Check your connection and reload.';
}
