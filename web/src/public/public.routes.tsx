import { Route, Router } from '@solidjs/router';
import { type Component, lazy } from 'solid-js';
import { withWords } from '../lib/i18n/i18n.ts';
import { NotFoundPage } from './not-found.page.tsx';
import { PublicLayout } from './public.layout.tsx';
import {
  accessibilityWords,
  bookingWords,
  cultureWords,
  homeWords,
  messageWords,
  noticeWords,
  photoWords,
  privacyWords,
  renovationProgressWords,
  renovationStartWords,
  renovationWords,
  reportStartWords,
  reportWords,
  sendingWords,
  trackWords,
  venueWords,
} from './public.words.ts';

const Home = lazy(withWords([homeWords], () => import('./home/home.page.tsx')));
const Accessibility = lazy(
  withWords([accessibilityWords], () => import('./accessibility/accessibility.page.tsx')),
);
const Privacy = lazy(withWords([privacyWords], () => import('./privacy/privacy.page.tsx')));

const ReportStart = lazy(withWords([reportStartWords], () => import('./report/category.page.tsx')));
const reportPages = withWords(
  [reportStartWords, reportWords, sendingWords, photoWords, messageWords],
  () => import('./report/report.pages.ts'),
);
type ReportPage = keyof Awaited<ReturnType<typeof reportPages>>['pages'];
const reportPage = (name: ReportPage) => lazy(async () => ({ default: (await reportPages()).pages[name] }));

const Track = lazy(withWords([trackWords, messageWords], () => import('./track/track.page.tsx')));
const Progress = lazy(withWords([trackWords, messageWords], () => import('./track/progress.page.tsx')));

const culture = [cultureWords, messageWords];
const WhatsOn = lazy(withWords(culture, () => import('./culture/whats-on.page.tsx')));
const Activity = lazy(withWords(culture, () => import('./culture/activity.page.tsx')));
const venues = [...culture, venueWords];
const Venues = lazy(withWords(venues, () => import('./culture/venues.page.tsx')));
const Venue = lazy(withWords(venues, () => import('./culture/venue.page.tsx')));
const bookings = [...culture, bookingWords];
const Enrol = lazy(withWords(bookings, () => import('./culture/enrol.page.tsx')));
const Room = lazy(withWords(bookings, () => import('./culture/room.page.tsx')));
const Booking = lazy(withWords(bookings, () => import('./culture/booking.page.tsx')));

const RenovationStart = lazy(withWords([renovationStartWords], () => import('./renovation/start.page.tsx')));
const renovationPages = withWords(
  [renovationStartWords, renovationWords, sendingWords, photoWords, messageWords],
  () => import('./renovation/renovation.pages.ts'),
);
type RenovationPage = keyof Awaited<ReturnType<typeof renovationPages>>['pages'];
const renovationForm = [
  ...(['who', 'proxy', 'village', 'card', 'contact', 'home', 'household', 'items'] as const),
  ...(['need', 'photos', 'consent', 'check', 'done', 'save', 'continue'] as const),
] satisfies readonly RenovationPage[];
const renovationPage = (name: RenovationPage) =>
  lazy(async () => ({ default: (await renovationPages()).pages[name] }));

const RenovationProgress = lazy(
  withWords(
    [renovationProgressWords, renovationStartWords, messageWords],
    () => import('./renovation/progress.page.tsx'),
  ),
);
const Notices = lazy(
  withWords([noticeWords, renovationStartWords, messageWords], () => import('./renovation/notices.page.tsx')),
);

/** Everything residents can reach. Each service brings its pages, lazily, with the words they need. */
const PublicTree: Component = () => (
  <Router root={PublicLayout}>
    <Route path="/" component={Home} />
    <Route path="/report" component={ReportStart} />
    <Route path="/report/what" component={reportPage('what')} />
    <Route path="/report/where" component={reportPage('where')} />
    <Route path="/report/photo" component={reportPage('photo')} />
    <Route path="/report/contact" component={reportPage('contact')} />
    <Route path="/report/check" component={reportPage('check')} />
    <Route path="/report/done" component={reportPage('done')} />
    <Route path="/track" component={Track} />
    <Route path="/track/progress" component={Progress} />
    <Route path="/culture" component={WhatsOn} />
    <Route path="/culture/activities/:activity" component={Activity} />
    <Route path="/culture/venues" component={Venues} />
    <Route path="/culture/venues/:venue" component={Venue} />
    <Route path="/culture/enrol/:offer/:step?" component={Enrol} />
    <Route path="/culture/venues/:venue/rooms/:room/:step?" component={Room} />
    <Route path="/culture/booking" component={Booking} />
    <Route path="/renovation" component={RenovationStart} />
    {renovationForm.map((name) => (
      <Route path={`/renovation/${name}`} component={renovationPage(name)} />
    ))}
    <Route path="/renovation/progress" component={RenovationProgress} />
    <Route path="/notices" component={Notices} />
    <Route path="/privacy" component={Privacy} />
    <Route path="/accessibility" component={Accessibility} />
    <Route path="*" component={NotFoundPage} />
  </Router>
);

export default PublicTree;
