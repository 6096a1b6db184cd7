// Who may do what with dealers and purchases. `dealer` is no role of the organisation: whoever works for a dealer has it.
import type { Policy } from '#platform/module.ts';

const thoseWhoServe = ['administrator', 'service-manager', 'agent'];
const thoseWhoManage = ['administrator', 'service-manager'];

export const policy: Policy = {
  'dealer.read': thoseWhoManage,
  'dealer.manage': thoseWhoManage,
  'purchase.read': thoseWhoServe,
  'purchase.record': thoseWhoServe,
  'purchase.cancel': thoseWhoManage,
  'purchase.read-statistics': [...thoseWhoManage, 'observer'],
  'sale.record': ['dealer'],
};
