import type { Component } from 'solid-js';
import './seal.css';

/** The first character of the name, as it would be stamped on paper; the name itself stands beside it. */
export const Seal: Component = () => (
  <span class="seal" aria-hidden="true" lang="zh-CN">
    惠
  </span>
);
