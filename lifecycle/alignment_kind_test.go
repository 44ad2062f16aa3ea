package lifecycle_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/lifecycle"
)

// TestAlignmentKindText: each kind of regular day is written and read as its one name;
// what is none leaves the kind as it was.
func TestAlignmentKindText(t *testing.T) {
	names := []string{"month_end", "day", "weekday", "year_end"}
	if diff := cmp.Diff(names, lifecycle.AlignmentKindNames()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	lifecycle.AlignmentKindNames()[0] = "changed"
	for i, name := range names {
		k := lifecycle.AlignmentKind(i)
		text, err := k.MarshalText()
		if err != nil || string(text) != name || k.String() != name {
			t.Errorf("kind %d is %v, written %s, %v; want %s", i, k, text, err, name)
		}
		back := lifecycle.AlignmentKind(9)
		if err := back.UnmarshalText([]byte(name)); err != nil || back != k {
			t.Errorf("%s is read as %v, %v", name, back, err)
		}
	}
	const choice = " is not a kind of regular day; write month_end, day, weekday or year_end"
	for _, text := range []string{"", "Day", "AlignmentKind(4)"} {
		k := lifecycle.ToDay
		want := `lifecycle: rule: alignment "` + text + `"` + choice
		if err := k.UnmarshalText([]byte(text)); !errors.Is(err, lifecycle.ErrRule) || err.Error() != want || k != lifecycle.ToDay {
			t.Errorf("%q: %v, and the kind is %v", text, err, k)
		}
	}
	if text, err := lifecycle.AlignmentKind(4).MarshalText(); text != nil || !errors.Is(err, lifecycle.ErrRule) || err.Error() != `lifecycle: rule: alignment "AlignmentKind(4)"`+choice {
		t.Errorf("%s, %v", text, err)
	}
}
