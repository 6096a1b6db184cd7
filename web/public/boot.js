// Sets language, direction and colour scheme before the first paint; a file of its own because the page allows no inline script.
(function () {
  // Else zod tries whether it may write code at run time, which the page forbids and the browser reports as an attack.
  globalThis.__zod_globalConfig = { jitless: true };
  var page = document.documentElement;
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var language = read('rida.language');
  if (language === 'ar' || language === 'fa' || language === 'en') {
    page.lang = language;
    page.dir = language === 'en' ? 'ltr' : 'rtl';
  }
  var scheme = read('rida.colour-scheme');
  if (scheme !== 'light' && scheme !== 'dark')
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  page.setAttribute('data-mantine-color-scheme', scheme);
  page.setAttribute('data-density', read('rida.density') === 'compact' ? 'compact' : 'comfortable');
})();
