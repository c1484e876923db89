import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../shared/protocol/bridge';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(`xunji:${name}`, input),
};

contextBridge.exposeInMainWorld('xunji', bridge);
