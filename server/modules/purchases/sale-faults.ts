// A refused sale in the words of a file: the column and the rule.
import type { AppError, FieldFault } from '#platform/errors.ts';

const columns: Record<string, string> = {
  'buyer.regionId': 'region',
  'buyer.ageGroupId': 'ageGroup',
  productId: 'product',
};

export function saleFaults(error: AppError): FieldFault[] {
  if (error.code === 'purchase.duplicate')
    return [{ field: 'row', code: error.params['cancelled'] ? 'sale-cancelled' : 'sale-there' }];
  if (error.code.startsWith('product.')) return [{ field: 'product', code: 'product-unknown' }];
  if (error.faults.length === 0) return [{ field: 'row', code: 'invalid' }];
  return error.faults.map((fault) => ({
    ...fault,
    field: columns[fault.field] ?? fault.field.replace(/^buyer\./, ''),
  }));
}
