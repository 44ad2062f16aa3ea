package picture

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestWrap(t *testing.T) {
	// With small letters a digit is 7.04 pixels wide, an ellipsis 11.55, a space 3.52 and a hyphen 4.07.
	tests := []struct {
		text  string
		room  px
		most  int
		want  []string
		whole bool
	}{
		{"", 100 * pixel, 2, nil, true},
		{"111 111", 49 * pixel, 2, []string{"111 111"}, true},
		{"111 111", 45 * pixel, 2, []string{"111", "111"}, true},
		{"11 11 11", 40 * pixel, 3, []string{"11 11", "11"}, true},
		{"111-111", 45 * pixel, 2, []string{"111-", "111"}, true},
		{"111-111", 25 * pixel, 3, []string{"111", "-11", "1"}, false}, // there is no room for the hyphen
		{"111111", 22 * pixel, 2, []string{"111", "111"}, false},
		{"1111111", 22 * pixel, 2, []string{"111", "1…"}, false},
		{"11 1111111", 22 * pixel, 2, []string{"11", "1…"}, false},
		{"111", 8 * pixel, 3, []string{"1", "1", "1"}, false},
		{"111", 7 * pixel, 3, []string{""}, false}, // there is no room for anything
	}
	for _, tt := range tests {
		got, whole := wrap(tt.text, tt.room, small, false, tt.most)
		if diff := cmp.Diff(tt.want, got); diff != "" || whole != tt.whole {
			t.Errorf("%q in %d, whole %v (-want +got):\n%s", tt.text, tt.room, whole, diff)
		}
	}
}

// Lines have room, and together they have all of the text or end with an ellipsis.
func TestPropWrap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("aW1 -é·\xff日"))).Draw(t, "text")
		room, bold, most := px(rapid.IntRange(0, 2000).Draw(t, "room")), rapid.Bool().Draw(t, "bold"), rapid.IntRange(1, 5).Draw(t, "most")
		lines, whole := wrap(text, room, small, bold, most)
		if len(lines) > most {
			t.Fatalf("%d lines", len(lines))
		}
		for _, line := range lines {
			if textWidth(line, small, bold) > room {
				t.Fatalf("%q has no room", line)
			}
		}
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		all := strings.Join(lines, "")
		if whole && bare(all) != bare(text) || !strings.HasPrefix(bare(text), bare(strings.TrimSuffix(all, "…"))) {
			t.Fatalf("%q of %q, whole %v", lines, text, whole)
		}
	})
}
