// A dealer with a product to sell and a seller who can sign in.
import { request } from '@playwright/test';
import { apiAs, post, type Colleague } from './office.ts';
import { ownAddress } from './own-address.ts';
import { readWorld } from './world.ts';

export type Shop = { dealer: string; seller: string; product: string; category: string };

/** `mark` keeps the seller's address apart from those of other journeys. */
export async function openShop(
  administrator: Colleague,
  shop: Shop,
  language: 'ar' | 'fa',
  mark: string,
): Promise<{ seller: Colleague; productId: string }> {
  const api = await apiAs(administrator);
  const category = await post<{ id: string }>(api, '/api/product-categories', { name: { [language]: shop.category } });
  const product = await post<{ id: string }>(api, '/api/products', {
    kind: 'product',
    name: { [language]: shop.product },
    categoryId: category.id,
  });
  const dealer = await post<{ id: string }>(api, '/api/dealers', { name: shop.dealer });
  const seller = {
    name: shop.seller,
    email: `${mark}-${language}-${process.pid}@example.org`,
    password: 'a-password-of-the-seller',
  };
  const { link } = await post<{ link: string }>(api, `/api/dealers/${dealer.id}/people`, {
    name: seller.name,
    email: seller.email,
    language,
  });
  const { address } = readWorld();
  const anonymous = await request.newContext({
    baseURL: address,
    extraHTTPHeaders: { origin: address, ...ownAddress() },
  });
  await post(anonymous, `/api/invitations/by-token/${link.split('/').at(-1)}/acceptance`, {
    name: seller.name,
    password: seller.password,
  });
  await anonymous.dispose();
  return { seller, productId: product.id };
}
