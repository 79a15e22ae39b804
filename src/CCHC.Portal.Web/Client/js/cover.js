// Marks places on a picture by dragging; the numbers beside it are what is sent. The page works without this file.
for (const field of document.querySelectorAll('[data-cover]')) {
  const area = field.querySelector('.cover-on'), drawing = area.querySelector('svg');
  const rows = [...field.querySelectorAll('.cover-b')].map(row => [...row.querySelectorAll('input')]);
  const read = row => row.map(input => parseInt(input.value, 10));
  const draw = () => {
    drawing.replaceChildren(...rows.map(read).filter(box => box.every(Number.isFinite)).map(([x, y, width, height]) => {
      const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
      for (const [name, value] of Object.entries({ x, y, width, height })) rect.setAttribute(name, value);
      return rect;
    }));
  };
  const point = event => {
    const box = area.getBoundingClientRect();
    const part = (at, from, size) => Math.round(Math.min(1, Math.max(0, (at - from) / size)) * 1000);
    return [part(event.clientX, box.left, box.width), part(event.clientY, box.top, box.height)];
  };
  let row, from;
  area.addEventListener('pointerdown', event => {
    row = rows.find(inputs => inputs.every(input => input.value === '')) ?? rows.at(-1);
    from = point(event);
    area.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  area.addEventListener('pointermove', event => {
    if (!from) return;
    const to = point(event);
    const box = [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.abs(from[0] - to[0]), Math.abs(from[1] - to[1])];
    row.forEach((input, side) => { input.value = box[side]; });
    draw();
  });
  const end = () => {
    if (from && row[2].value !== '' && (+row[2].value < 5 || +row[3].value < 5)) row.forEach(input => { input.value = ''; });   // a tap, not a place
    from = null;
    draw();
  };
  area.addEventListener('pointerup', end);
  area.addEventListener('pointercancel', end);
  field.addEventListener('input', draw);
  field.querySelector('[data-drag]').hidden = false;
  draw();
}
