// What the API says about the catalogue: products and services, and the categories that cases are filed under.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Id, LocaleText, Nothing } from './common.ts';

export const CaseKind = z.enum(['request', 'inquiry', 'complaint', 'suggestion', 'remark']);
export type CaseKind = z.infer<typeof CaseKind>;

/** The organisation's own code of a product: what stands on its label and in files of sales. */
const ProductCode = z.string().trim().min(1).max(60);

export const ProductCategory = z.object({
  id: Id,
  parentId: Id.nullable(),
  name: LocaleText,
  active: z.boolean(),
});
export type ProductCategory = z.infer<typeof ProductCategory>;
export const ProductCategoryInput = z.object({
  parentId: Id.nullable().default(null),
  name: LocaleText,
  active: z.boolean().default(true),
});
const ProductCategoryChange = z.object({
  id: Id,
  parentId: Id.nullable().optional(),
  name: LocaleText.optional(),
  active: z.boolean().optional(),
});

export const Product = z.object({
  id: Id,
  kind: z.enum(['product', 'service']),
  name: LocaleText,
  categoryId: Id.nullable(),
  code: z.string().nullable(),
  active: z.boolean(),
});
export const ProductInput = z.object({
  kind: z.enum(['product', 'service']),
  name: LocaleText,
  categoryId: Id.nullable().default(null),
  code: ProductCode.nullable().default(null),
  active: z.boolean().default(true),
});

export const Category = z.object({
  id: Id,
  parentId: Id.nullable(),
  name: LocaleText,
  /** Kinds of case that may be filed here; empty means any. */
  kinds: z.array(CaseKind),
  /** Unit that a new case of this category goes to. */
  unitId: Id.nullable(),
  productId: Id.nullable(),
  /** Filled in by whoever registers a case here. */
  formId: Id.nullable(),
  /** Shown in the customers' portal. */
  inPortal: z.boolean(),
  active: z.boolean(),
});
export type Category = z.infer<typeof Category>;
export const CategoryInput = z.object({
  parentId: Id.nullable().default(null),
  name: LocaleText,
  kinds: z.array(CaseKind).default([]),
  unitId: Id.nullable().default(null),
  productId: Id.nullable().default(null),
  formId: Id.nullable().default(null),
  inPortal: z.boolean().default(true),
  active: z.boolean().default(true),
});

/** Changes carry only what is given, so no defaults here. */
const CategoryChange = z.object({
  id: Id,
  parentId: Id.nullable().optional(),
  name: LocaleText.optional(),
  kinds: z.array(CaseKind).optional(),
  unitId: Id.nullable().optional(),
  productId: Id.nullable().optional(),
  formId: Id.nullable().optional(),
  inPortal: z.boolean().optional(),
  active: z.boolean().optional(),
});
const ProductChange = z.object({
  id: Id,
  kind: z.enum(['product', 'service']).optional(),
  name: LocaleText.optional(),
  categoryId: Id.nullable().optional(),
  code: ProductCode.nullable().optional(),
  active: z.boolean().optional(),
});

const tag = oc.route({ tags: ['catalogue'] });

export const catalogueContract = {
  listProducts: tag
    .route({ method: 'GET', path: '/products', summary: 'Products and services' })
    .input(Nothing)
    .output(z.object({ items: z.array(Product) })),
  createProduct: tag
    .route({ method: 'POST', path: '/products', successStatus: 201, summary: 'Add a product or service' })
    .input(ProductInput)
    .output(Product),
  updateProduct: tag
    .route({ method: 'PATCH', path: '/products/{id}', summary: 'Change a product or service' })
    .input(ProductChange)
    .output(Product),
  listProductCategories: tag
    .route({ method: 'GET', path: '/product-categories', summary: 'The tree of product categories' })
    .input(Nothing)
    .output(z.object({ items: z.array(ProductCategory) })),
  createProductCategory: tag
    .route({ method: 'POST', path: '/product-categories', successStatus: 201, summary: 'Add a product category' })
    .input(ProductCategoryInput)
    .output(ProductCategory),
  updateProductCategory: tag
    .route({ method: 'PATCH', path: '/product-categories/{id}', summary: 'Change a product category' })
    .input(ProductCategoryChange)
    .output(ProductCategory),
  listCategories: tag
    .route({ method: 'GET', path: '/categories', summary: 'Case categories' })
    .input(Nothing)
    .output(z.object({ items: z.array(Category) })),
  createCategory: tag
    .route({ method: 'POST', path: '/categories', successStatus: 201, summary: 'Add a case category' })
    .input(CategoryInput)
    .output(Category),
  updateCategory: tag
    .route({ method: 'PATCH', path: '/categories/{id}', summary: 'Change a case category' })
    .input(CategoryChange)
    .output(Category),
};
