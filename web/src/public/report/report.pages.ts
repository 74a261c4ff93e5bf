/**
 * The whole form in one piece: once its first page is there the rest is too, and a connection that breaks half-way
 * takes nothing from whoever is filling it in.
 */
export { CategoryPage } from './category.page.tsx';
export { CheckPage } from './check.page.tsx';
export { ContactPage } from './contact.page.tsx';
export { DonePage } from './done.page.tsx';
export { PhotoPage } from './photo.page.tsx';
export { ReportLayout } from './report.layout.tsx';
export { WhatPage } from './what.page.tsx';
export { WherePage } from './where.page.tsx';
