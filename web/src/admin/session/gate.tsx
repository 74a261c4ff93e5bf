import type { Component, JSX } from 'solid-js';
import { DisplayMenu } from '../../ui/display-menu.tsx';
import { Seal } from '../../ui/seal.tsx';
import { adminWords } from '../admin.words.ts';
import { DeskBoundary } from '../shell/desk-boundary.tsx';
import './gate.css';

/** The page before the desk: name, one form, nothing else. */
export const Gate: Component<{ children: JSX.Element }> = (props) => (
  <div class="gate">
    <header class="desk-bar">
      <span class="desk-name">
        <Seal />
        {adminWords.t('desk.name')}
      </span>
      <DisplayMenu />
    </header>
    <main class="gate-main" id="main" tabindex="-1">
      <DeskBoundary>{props.children}</DeskBoundary>
    </main>
  </div>
);
