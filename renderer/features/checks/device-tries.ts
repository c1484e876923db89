export type Device = 'camera' | 'microphone';

const kinds = { camera: 'videoinput', microphone: 'audioinput' } as const;
const wanted = { camera: { video: true }, microphone: { audio: true } } as const;
/** What a real try gave since the window was opened: a device can be there and yet be held by another program or forbidden. */
const tries = new Map<Device, boolean>();

/** Opens the device for a moment: only that tells for certain. */
export async function tryDevice(device: Device): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia(wanted[device]).catch(() => null);
  for (const track of stream?.getTracks() ?? []) track.stop();
  tries.set(device, stream !== null);
}

/** Whether it is there, may be used, and did not fail when it was tried last. Asks without switching it on. */
export async function isUsable(device: Device): Promise<boolean> {
  const all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  const permission = await navigator.permissions.query({ name: device }).catch(() => null);
  const isThere = all.some(({ kind }) => kind === kinds[device]);
  return isThere && permission?.state !== 'denied' && tries.get(device) !== false;
}
