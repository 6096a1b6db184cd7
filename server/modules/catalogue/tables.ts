// Row types of the tables that the catalogue module owns; generated from the migrated database by tools/generate-tables.ts.
import type { Generated } from 'kysely';
import type { Json } from '#platform/json.ts';

export type CatalogueTables = {
  categories: {
    organisation_id: string;
    id: string;
    parent_id: string | null;
    name: Json;
    kinds: Generated<('request' | 'inquiry' | 'complaint' | 'suggestion' | 'remark')[]>;
    unit_id: string | null;
    product_id: string | null;
    in_portal: Generated<boolean>;
    active: Generated<boolean>;
    form_id: string | null;
  };
  product_categories: {
    organisation_id: string;
    id: string;
    parent_id: string | null;
    name: Json;
    active: Generated<boolean>;
  };
  products: {
    organisation_id: string;
    id: string;
    kind: 'product' | 'service';
    name: Json;
    active: Generated<boolean>;
    category_id: string | null;
    code: string | null;
  };
};

/** What other modules may join. */
export type CatalogueViews = {
  category_briefs: {
    organisation_id: string;
    id: string;
    name: Json;
  };
  product_briefs: {
    organisation_id: string;
    id: string;
    kind: string;
    name: Json;
    code: string | null;
    category_id: string | null;
    active: boolean;
  };
  product_category_paths: {
    organisation_id: string;
    id: string;
    name: Json;
    active: boolean;
    path: string[] | null;
  };
};
