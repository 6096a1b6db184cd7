// Refusals of the catalogue module.
import { refusals } from '#platform/errors.ts';

export const catalogueErrors = refusals({
  categoryNotFound: ['category.not-found', 404],
  categoryInactive: ['category.inactive', 422],
  /** The new parent is the category itself or lies below it. */
  categoryCycle: ['category.cycle', 409],
  productNotFound: ['product.not-found', 404],
  productInactive: ['product.inactive', 422],
  productCodeTaken: ['product.code-taken', 409],
  productCategoryNotFound: ['product-category.not-found', 404],
  /** The new parent is the category itself or lies below it. */
  productCategoryCycle: ['product-category.cycle', 409],
});
