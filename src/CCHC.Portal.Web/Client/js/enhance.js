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
