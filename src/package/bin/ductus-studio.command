#!/bin/sh
# A double click on this opens the studio in the browser (macOS); Quit in the page, or Ctrl-C here, ends it.
exec "${0%/*}/ductus" studio "$@"
