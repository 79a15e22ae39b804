// Registers <altcha-widget>. The proof of work runs in a worker file of our own, so the page needs no inline or blob script.
import 'altcha/external';
import 'altcha/i18n/vi';

const worker = new URL(WORKER_FILE, import.meta.url);
globalThis.$altcha.algorithms.set('PBKDF2/SHA-256', () => new Worker(worker));
globalThis.$altcha.defaults.set({ hideFooter: true, hideLogo: true, humanInteractionSignature: false });
globalThis.$altcha.i18n.set('vi', {
  ...globalThis.$altcha.i18n.get('vi'),
  label: 'Tôi không phải là máy',
  verifying: 'Đang kiểm tra, xin chờ vài giây…',
  verified: 'Đã kiểm tra xong',
  waitAlert: 'Đang kiểm tra, xin chờ vài giây.',
  verificationRequired: 'Hãy đánh dấu vào ô này để gửi.',
  error: 'Kiểm tra không thành công. Hãy thử lại hoặc gọi đường dây nóng.',
  expired: 'Lần kiểm tra đã hết hạn. Hãy thử lại.',
});
