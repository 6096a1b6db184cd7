// The door of the purchases module: what others may call.
export { purchaseStatistics } from './statistics.ts';
export { sampleDealerEmail, writeSamplePurchases } from './sample.ts';
