// Closes the open menu with Escape or a press outside of it. Everything works without this file.
const openMenus = () => document.querySelectorAll('details.menu[open], details.small-nav[open]');

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  openMenus().forEach(menu => {
    menu.open = false;
    menu.querySelector('summary').focus();
  });
});

document.addEventListener('click', event => {
  openMenus().forEach(menu => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});

// Numbers and pages read stay on this machine for when the network is gone (offline.js); only for readers, never for the desk.
if (document.querySelector('script[data-offline]')) {
  addEventListener('load', () => navigator.serviceWorker?.register('/sw.js', { updateViaCache: 'none' }).catch(() => { /* a private window: the page works without */ }));
  const forget = document.querySelector('[data-forget]');
  if (forget && navigator.serviceWorker?.controller) {
    forget.hidden = false;
    forget.addEventListener('click', () => navigator.serviceWorker.controller.postMessage('quen'));
    navigator.serviceWorker.addEventListener('message', event => { if (event.data === 'da-quen') location.reload(); });
  }
}
