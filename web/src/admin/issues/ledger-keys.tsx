import { useLocation, useNavigate } from '@solidjs/router';
import { type Component, createEffect, type JSX, onMount } from 'solid-js';
import { commonWords } from '../../lib/i18n/common.words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DescriptionList } from '../../ui/facts.tsx';
import { issuesWords } from './issues.words.ts';
import { ledgerPlace } from './ledger-place.ts';

const { t } = issuesWords;

const linksIn = (ledger: HTMLElement): HTMLAnchorElement[] => [
  ...ledger.querySelectorAll<HTMLAnchorElement>('a.row-link'),
];

const stepOf = (key: string): number | undefined => {
  if (key === 'j' || key === 'ArrowDown') return 1;
  return key === 'k' || key === 'ArrowUp' ? -1 : undefined;
};

/**
 * Moves through the rows by keyboard and opens one by Enter (its link has the focus) or by a click anywhere in it.
 * The keys work only while the focus is inside (WCAG 2.1.4), so they get in nobody's way elsewhere.
 */
export const LedgerKeys: Component<{ onHelp: () => void; children: JSX.Element }> = (props) => {
  const navigate = useNavigate();
  const location = useLocation();
  const address = (): string => location.pathname + location.search;
  let ledger: HTMLDivElement | undefined;

  const onKey = (event: KeyboardEvent): void => {
    if (ledger === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === '?') {
      event.preventDefault();
      props.onHelp();
      return;
    }
    const step = stepOf(event.key);
    if (step === undefined) return;
    const links = linksIn(ledger);
    const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
    const opened = links.find((link) => link.dataset['reference'] === ledgerPlace.opened());
    const next = at === -1 ? (opened ?? links[0]) : links[at + step];
    event.preventDefault();
    next?.focus();
  };

  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return;
    const row = event.target.closest('tr')?.querySelector<HTMLAnchorElement>('a.row-link');
    if (row?.dataset['reference'] !== undefined) ledgerPlace.open(row.dataset['reference']);
    if (event.target.closest('a, button') !== null || document.getSelection()?.type === 'Range') return;
    const href = row?.getAttribute('href');
    if (href) navigate(href);
  };

  createEffect(() => ledgerPlace.visit(address()));
  onMount(() => {
    const region = ledger?.querySelector('.ledger');
    region?.scrollTo?.({ top: ledgerPlace.scrolledTo(address()) });
    region?.addEventListener('scroll', () => ledgerPlace.scroll(address(), region.scrollTop), {
      passive: true,
    });
  });

  return (
    <div class="ledger-rows" ref={(element) => (ledger = element)} on:keydown={onKey} on:click={onClick}>
      {props.children}
    </div>
  );
};

/** The keys, written down, behind a button for whoever doesn't know that `?` shows them. */
export const KeysHelp: Component<{ open: boolean; onChange: (open: boolean) => void }> = (props) => (
  <>
    <Button kind="quiet" onPress={() => props.onChange(true)}>
      {t('ledger.keys')}
    </Button>
    <Dialog open={props.open} onClose={() => props.onChange(false)} title={t('ledger.keys.title')}>
      <div class="stack">
        <p class="soft">{t('ledger.keys.note')}</p>
        <DescriptionList
          facts={[
            { term: 'j ↓', value: t('ledger.keys.next') },
            { term: 'k ↑', value: t('ledger.keys.previous') },
            { term: 'Enter', value: t('ledger.keys.open') },
            { term: '?', value: t('ledger.keys.help') },
          ]}
        />
        <Button onPress={() => props.onChange(false)}>{commonWords.t('dialog.close')}</Button>
      </div>
    </Dialog>
  </>
);
