export class Sheet { constructor(midi) { this.midi = midi; this.element = document.createElement("div"); } }
Object.assign(Sheet.prototype, { at() {}, choose() {}, load() {} });
