// Routes of the catalogue module.
import { implement } from '@orpc/server';
import { catalogueContract } from '#contract/catalogue.ts';
import type { RequestContext } from '#platform/http/request.ts';
import { listCategories } from './category.ts';
import { createCategory } from './create-category.ts';
import { createProductCategory } from './create-product-category.ts';
import { createProduct } from './create-product.ts';
import { listProductCategories } from './product-category.ts';
import { listProducts } from './product.ts';
import { updateCategory } from './update-category.ts';
import { updateProductCategory } from './update-product-category.ts';
import { updateProduct } from './update-product.ts';

const os = implement(catalogueContract).$context<RequestContext>();

export const routes = os.router({
  listProducts: os.listProducts.handler(({ context }) => context.asStaff('catalogue.read', (ctx) => listProducts(ctx))),
  createProduct: os.createProduct.handler(({ context, input }) =>
    context.asStaff('catalogue.manage', (ctx) => createProduct(ctx, input)),
  ),
  updateProduct: os.updateProduct.handler(({ context, input }) =>
    context.asStaff('catalogue.manage', (ctx) => updateProduct(ctx, input)),
  ),
  listProductCategories: os.listProductCategories.handler(({ context }) =>
    context.asStaff('catalogue.read', (ctx) => listProductCategories(ctx)),
  ),
  createProductCategory: os.createProductCategory.handler(({ context, input }) =>
    context.asStaff('catalogue.manage', (ctx) => createProductCategory(ctx, input)),
  ),
  updateProductCategory: os.updateProductCategory.handler(({ context, input }) =>
    context.asStaff('catalogue.manage', (ctx) => updateProductCategory(ctx, input)),
  ),
  listCategories: os.listCategories.handler(({ context }) =>
    context.asStaff('catalogue.read', (ctx) => listCategories(ctx)),
  ),
  createCategory: os.createCategory.handler(({ context, input }) =>
    context.asStaff('catalogue.manage', (ctx) => createCategory(ctx, input)),
  ),
  updateCategory: os.updateCategory.handler(({ context, input }) =>
    context.asStaff('catalogue.manage', (ctx) => updateCategory(ctx, input)),
  ),
});
