// Short messages at the foot of the page. Whoever imports this brings their code along, and the app draws the place for them.
import { notifications as place, type NotificationData } from '@mantine/notifications';
import { findMessage } from './i18n.ts';
import { wantNoticePlace } from './notice-place.ts';

wantNoticePlace();

export { Notifications } from '@mantine/notifications';

export const notifications = {
  /** Answers with the id by which it can be hidden. */
  show: (notice: NotificationData): string =>
    place.show({ closeButtonProps: { 'aria-label': findMessage('ui.close') ?? undefined }, ...notice }),
  hide: (id: string): void => void place.hide(id),
};
