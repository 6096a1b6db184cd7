// The door of the catalogue module: what others may call and join.
export { categoryInUse, categoryOf, listCategories, portalCategories } from './category.ts';
export { createProductCategory } from './create-product-category.ts';
export { createProduct } from './create-product.ts';
export { productInUse } from './product.ts';
export type { CatalogueViews } from './tables.ts';
export { writeSampleCatalogue, type SampleCategory } from './sample.ts';
