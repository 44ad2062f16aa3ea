package picture_test

import (
	"testing"

	"github.com/slaclock/slaclock/policy/picture"
)

// Labels are kept apart by how wide they are at most. The wants are what a browser
// measures in DejaVu Sans, the widest of the usual typefaces, in tenths of a pixel
// at 11 pixels and in bold at 12.
func TestTextWidth(t *testing.T) {
	tests := []struct {
		text        string
		plain, bold int
	}{
		{"due Mon 6 Jul 13:00", 1099, 1344},
		{"Statewide General Election Day", 1744, 2133},
		{"met Thu 2 Jul 2026 11:40:05", 1576, 1911},
		{"business-hours", 828, 1027},
		{"Karfreitag, Ostermontag", 1335, 1667},
		{"WWW mmm @@@ %%%", 1396, 1618},
		{"iIl1.,:;|!", 389, 496},
		{"ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1922, 2355},
		{"abcdefghijklmnopqrstuvwxyz", 1611, 1985},
		{"0123456789 +-−–…·()[]{}/\\", 1545, 1831},
		{"Fronleichnam, Mariä Himmelfahrt, Újév", 2153, 2659},
		{"Fronleichnam, Maria\u0308 Himmelfahrt, U\u0301je\u0301v", 2153, 2659}, // the marks by themselves
	}
	for _, tt := range tests {
		for _, got := range []struct {
			what       string
			got, least int
		}{
			{"plain", picture.TextWidth(tt.text, 11, false), tt.plain},
			{"bold", picture.TextWidth(tt.text, 12, true), tt.bold},
		} {
			if got.got < got.least || got.got > got.least*6/5+10 {
				t.Errorf("%q, %s: %d, want %d to 20 %% more", tt.text, got.what, got.got, got.least)
			}
		}
	}
	if got := picture.TextWidth("", 11, false); got != 0 {
		t.Errorf("nothing is %d wide", got)
	}
}
