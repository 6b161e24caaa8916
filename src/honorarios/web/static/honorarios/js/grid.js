// The fee sheet: typed by keyboard, seen with its value as it is typed, saved once.

import "./grid/changes.js";
import "./grid/draft.js";
import "./grid/enter.js";
import "./grid/keyboard.js";
import "./grid/lines.js";
import "./grid/memoria.js";
import "./grid/preview.js";
import "./grid/teams.js";
