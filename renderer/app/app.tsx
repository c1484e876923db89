import { HashRouter, Route, Routes } from 'react-router';
import type { Store } from '../data/store';
import { useSettings } from '../data/use-saving';
import { AdminPage } from '../features/admin/admin-page';
import { BundlesPage } from '../features/bundles/bundles-page';
import { ChecklistsPage } from '../features/checklists/checklists-page';
import { EditorPage } from '../features/checklists/editor-page';
import { ChecksPage } from '../features/checks/checks-page';
import { DeletedPage } from '../features/history/deleted-page';
import { MeetingsPage } from '../features/meetings/meetings-page';
import { MinutesPage } from '../features/minutes/minutes-page';
import { PhotosPage } from '../features/photos/photos-page';
import { OverviewPage } from '../features/overview/overview-page';
import { PlanPage } from '../features/plan/plan-page';
import { PresetsPage } from '../features/presets/presets-page';
import { RegisterPage } from '../features/register/register-page';
import { SettingsPage } from '../features/settings/settings-page';
import { ScoresPage } from '../features/scores/scores-page';
import { EveningPage } from '../features/evening/evening-page';
import { StopPage } from '../features/stop/stop-page';
import { SyncPage } from '../features/sync/sync-page';
import { TimelinePage } from '../features/timeline/timeline-page';
import { ToursPage } from '../features/tours/tours-page';
import { ErrorScreen } from './error-screen';
import { FirstRun } from './first-run';
import { Frame } from './frame';
import { Look } from './look';
import { OfficeProvider } from './office-provider';

/** The whole window. Routes by hash, because the app's own protocol serves one page. */
export function App({ store }: { readonly store: Store }) {
  const { settings } = useSettings();
  return (
    <Look>
      <ErrorScreen>
        {settings.userName.trim() === '' ? (
          <FirstRun />
        ) : (
          // As a transition, a step to the next stop would be drawn later, and the keys meanwhile go to the stop before.
          <HashRouter useTransitions={false}>
            <OfficeProvider>
              <Frame>
                <Routes>
                  <Route path="/" element={<ToursPage />} />
                  <Route path="/tours/:tour" element={<OverviewPage />} />
                  <Route path="/tours/:tour/stops/:stop" element={<StopPage />} />
                  <Route path="/tours/:tour/meetings/:meeting?" element={<MeetingsPage />} />
                  <Route path="/tours/:tour/photos" element={<PhotosPage />} />
                  <Route path="/tours/:tour/minutes" element={<MinutesPage />} />
                  <Route path="/tours/:tour/timeline" element={<TimelinePage />} />
                  <Route path="/tours/:tour/deleted" element={<DeletedPage />} />
                  <Route path="/tours/:tour/checks" element={<ChecksPage />} />
                  <Route path="/tours/:tour/evening" element={<EveningPage />} />
                  <Route path="/tours/:tour/scores" element={<ScoresPage />} />
                  <Route path="/tours/:tour/plan" element={<PlanPage />} />
                  <Route path="/register" element={<RegisterPage />} />
                  <Route path="/checklists" element={<ChecklistsPage />} />
                  <Route path="/checklists/:id" element={<EditorPage />} />
                  <Route path="/presets" element={<PresetsPage />} />
                  <Route path="/bundles" element={<BundlesPage />} />
                  <Route path="/sync" element={<SyncPage />} />
                  <Route path="/admin" element={<AdminPage />} />
                  <Route path="/settings" element={<SettingsPage about={store} />} />
                  <Route path="*" element={<ToursPage />} />
                </Routes>
              </Frame>
            </OfficeProvider>
          </HashRouter>
        )}
      </ErrorScreen>
    </Look>
  );
}
