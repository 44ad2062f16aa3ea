package severity_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/severity"
)

func TestNewScaleErrors(t *testing.T) {
	many := strings.Split(strings.Repeat("x", 17), "")
	for i := range many {
		many[i] = string(rune('a' + i))
	}
	if _, err := severity.NewScale("most", many[:16]...); err != nil {
		t.Errorf("16 levels: %v", err)
	}
	for _, tt := range []struct {
		name   string
		levels []string
		want   string
	}{
		{"acme", nil, `severity: levels: are 0; a scale has 1 to 16`},
		{"acme", many, `severity: levels: are 17; a scale has 1 to 16`},
		{"acme", []string{"A", ""}, `severity: levels[1].name: is empty; write a name`},
		{"acme", []string{" A"}, `severity: levels[0].name: " A" has space around it; write it without`},
		{"acme", []string{"A|"}, `severity: levels[0].aliases[0]: is empty; write a name`},
		{"acme", []string{"A|P1", "B|p1"}, `severity: levels[1].aliases[0]: "p1" is an alias of levels[0] already; write each name once`},
		{"acme", []string{"A", "B|C|a "}, `severity: levels[1].aliases[1]: "a " has space around it; write it without`},
		{"acme", []string{"A", "B|C|a"}, `severity: levels[1].aliases[1]: "a" is the name of levels[0] already; write each name once`},
		{"acme", []string{"A", "B", "b"}, `severity: levels[2].name: "b" is the name of levels[1] already; write each name once`},
		{"acme", []string{"A|P1|p1"}, `severity: levels[0].aliases[1]: "p1" is an alias of levels[0] already; write each name once`},
		{"acme", []string{"A|a"}, `severity: levels[0].aliases[0]: "a" is the name of levels[0] already; write each name once`},
		{"acme", []string{"\xff"}, `severity: levels[0].name: "\xff" is not valid UTF-8`},
		{"\xff", []string{"A"}, `severity: name: "\xff" is not valid UTF-8`},
	} {
		_, err := severity.NewScale(tt.name, tt.levels...)
		if !errors.Is(err, severity.ErrScale) || err.Error() != tt.want {
			t.Errorf("NewScale(%q, %q): %v\nwant %s", tt.name, tt.levels, err, tt.want)
		}
	}
}

func TestScaleParse(t *testing.T) {
	s := newScale(t, "acme", "Crisis|Sev 1|P1", "Critical", "Standard|routine")
	for text, want := range map[string]int{
		"Crisis": 1, "crisis": 1, "CRISIS": 1, "sev 1": 1, "p1": 1, "Critical": 2, "standard": 3, "Routine": 3,
	} {
		if l, err := s.Parse(text); err != nil || l.Rank() != want || l.Scale() != s {
			t.Errorf("Parse(%q) = %v, rank %d, %v; want rank %d", text, l, l.Rank(), err, want)
		}
	}
	for _, text := range []string{"", " Crisis", "P2", "Crisis|Sev 1", "1"} {
		l, err := s.Parse(text)
		var e *severity.LevelError
		if !errors.Is(err, severity.ErrLevel) || !errors.As(err, &e) || e.Text != text || e.Scale != s || !l.IsZero() {
			t.Errorf("Parse(%q) = %v, %v", text, l, err)
		}
	}
	_, err := s.Parse("P2")
	if want := `severity: "P2" is not a severity of acme; write Crisis, Critical or Standard`; err.Error() != want {
		t.Errorf("error %s\nwant  %s", err, want)
	}
}

func TestScaleZero(t *testing.T) {
	for _, s := range []*severity.Scale{nil, {}} {
		_, err := s.Parse("1")
		if _, ok := s.Level(1); ok || !errors.Is(err, severity.ErrLevel) || err.Error() != `severity: "1" is not a severity; there is no scale that has any` || s.Name() != "" || s.Len() != 0 || len(s.Names()) != 0 || len(s.Levels()) != 0 {
			t.Errorf("a scale without levels: %v", err)
		}
		if _, err := s.MarshalJSON(); !errors.Is(err, severity.ErrScale) {
			t.Errorf("its JSON: %v", err)
		}
	}
}

func TestScaleOr(t *testing.T) {
	none := errors.New("none to be had")
	given, own := &severity.Scale{}, &severity.Scale{} // the zero Scale is one, without levels
	for _, tt := range []struct {
		name    string
		on      *severity.Scale
		other   func() (*severity.Scale, error)
		want    *severity.Scale
		wantErr error
	}{
		{"given", given, func() (*severity.Scale, error) { t.Error("one was made besides"); return own, none }, given, nil},
		{"nil", nil, func() (*severity.Scale, error) { return own, nil }, own, nil},
		{"nil, and none can be made", nil, func() (*severity.Scale, error) { return nil, none }, nil, none},
		{"given, without another", given, nil, given, nil},
		{"neither", nil, nil, nil, nil},
	} {
		if got, err := tt.on.Or(tt.other); got != tt.want || err != tt.wantErr {
			t.Errorf("%s: %p, %v; want %p, %v", tt.name, got, err, tt.want, tt.wantErr)
		}
	}
}

func TestLevelZero(t *testing.T) {
	var l severity.Level
	text, err := l.MarshalText()
	if !l.IsZero() || l.Scale() != nil || l.Rank() != 0 || l.String() != "" || l.Names() != nil || len(text) != 0 || err != nil {
		t.Errorf("the zero Level: %v %v %v", l, text, err)
	}
	for n := -1; n < 2; n++ {
		if _, ok := l.Lower(n); ok {
			t.Errorf("the zero Level has a level %d below", n)
		}
	}
	if l.GraverThan(l) {
		t.Error("the zero Level is graver than itself")
	}
}

// A Level outlives what a caller does to the scale itself.
func TestLevelOfOverwrittenScale(t *testing.T) {
	s := newScale(t, "acme", "A", "B")
	b := level(t, s, "B")
	*s = *newScale(t, "acme", "A")
	if b.String() != "" || b.Names() != nil {
		t.Errorf("a level that is no more: %q", b)
	}
}

func TestLevelGraverThan(t *testing.T) {
	s, other := newScale(t, "acme", "A", "B", "C"), newScale(t, "acme", "A", "B", "C")
	for i, a := range s.Levels() {
		for k, b := range s.Levels() {
			if got, want := a.GraverThan(b), i < k; got != want {
				t.Errorf("%v graver than %v: %v", a, b, got)
			}
		}
	}
	a, c := level(t, s, "A"), level(t, other, "C")
	if a.GraverThan(c) || c.GraverThan(a) || a.GraverThan(severity.Level{}) || (severity.Level{}).GraverThan(a) {
		t.Error("levels of different scales were compared")
	}
}

func TestLevelLower(t *testing.T) {
	s := newScale(t, "acme", "A", "B", "C")
	for _, tt := range []struct {
		from string
		n    int
		want string // "" if there is none
	}{
		{"A", 0, "A"}, {"A", 1, "B"}, {"A", 2, "C"}, {"A", 3, ""}, {"A", -1, ""},
		{"B", 1, "C"}, {"B", -1, "A"}, {"C", 1, ""}, {"C", -2, "A"}, {"C", -3, ""},
		{"A", math.MaxInt, ""}, {"C", math.MaxInt, ""}, {"A", math.MinInt, ""}, {"C", math.MinInt, ""},
	} {
		l, ok := level(t, s, tt.from).Lower(tt.n)
		if l.String() != tt.want || ok != (tt.want != "") {
			t.Errorf("%s.Lower(%d) = %v, %v; want %q", tt.from, tt.n, l, ok, tt.want)
		}
	}
}

func TestScaleListsAreCopies(t *testing.T) {
	s := newScale(t, "acme", "A|x", "B")
	s.Names()[0], s.Levels()[0], level(t, s, "A").Names()[1] = "changed", severity.Level{}, "changed"
	if diff := cmp.Diff([]string{"A", "B"}, s.Names()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"A", "x"}, s.Levels()[0].Names()); diff != "" {
		t.Error(diff)
	}
}
