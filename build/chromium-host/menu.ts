import type { MenuItemConstructorOptions } from 'electron';
import { guard } from './guard';

/** One entry of a menu, as its template says; `click` can be called by tests. */
export class MenuItem {
  readonly id: string | undefined;
  readonly label: string;
  readonly role: MenuItemConstructorOptions['role'];
  readonly type: MenuItemConstructorOptions['type'];
  readonly accelerator: MenuItemConstructorOptions['accelerator'];
  readonly submenu: Menu | undefined;
  readonly click: () => void;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: MenuItemConstructorOptions) {
    const { id, label = '', role, type = 'normal', accelerator, submenu, click } = options;
    this.id = id;
    this.label = label;
    this.role = role;
    this.type = type;
    this.accelerator = accelerator;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : (submenu as Menu | undefined);
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    const item = guard('MenuItem', this);
    // Electron passes the window and the key state too; without a native menu there are none.
    this.click = () => (click as ((item: MenuItem) => void) | undefined)?.(item);
    return item;
  }
}

/** `electron.Menu`: kept and searchable, but not drawn: the browser's window has no menu bar. */
export class Menu {
  readonly items: MenuItem[] = [];
  private static applicationMenu: Menu | null = null;

  constructor() {
    return guard('Menu', this);
  }

  static buildFromTemplate(template: readonly (MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const entry of template) {
      menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry));
    }
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.applicationMenu;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(): void {}

  closePopup(): void {}
}
