package severity_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/severity"
)

func TestLowering(t *testing.T) {
	s := newScale(t, "acme", "1|one", "2", "3", "4")
	other := newScale(t, "acme", "1", "2", "3", "4")
	for _, tt := range []struct {
		cfg   severity.LoweringConfig
		after map[string]string // what does not stay
	}{
		{severity.LoweringConfig{Kind: severity.NoLowering, Reason: "nothing is said"}, nil},
		{severity.LoweringConfig{Kind: severity.OneLevel, Clause: "X-1", Reason: "so it says"}, map[string]string{"1": "2", "2": "3", "3": "4"}},
		{severity.LoweringConfig{Kind: severity.ByDefinition, Clause: "X-1", Reason: "so it says", To: map[string]string{"1": "3", "2": "3"}}, map[string]string{"1": "3", "2": "3"}},
		{severity.LoweringConfig{Kind: severity.ByDefinition, Clause: "X-1", Reason: "so it says", To: map[string]string{"ONE": "4"}}, map[string]string{"1": "4"}},
	} {
		l, err := severity.NewLowering(s, tt.cfg)
		if err != nil {
			t.Fatal(err)
		}
		if l.Kind() != tt.cfg.Kind || l.Clause() != tt.cfg.Clause || l.Reason() != tt.cfg.Reason {
			t.Errorf("%v: %v %v %v", tt.cfg, l.Kind(), l.Clause(), l.Reason())
		}
		if diff := cmp.Diff(tt.after, l.Names()); diff != "" {
			t.Errorf("%v: names %s", tt.cfg, diff)
		}
		for _, from := range s.Levels() {
			want, lowered := tt.after[from.String()]
			if !lowered {
				want = from.String()
			}
			if got, ok := l.After(from); got != level(t, s, want) || ok != lowered {
				t.Errorf("%v: %v becomes %v, %v; want %v", tt.cfg, from, got, ok, want)
			}
		}
		for _, stranger := range append(other.Levels(), severity.Level{}) {
			if got, ok := l.After(stranger); ok || got != stranger {
				t.Errorf("%v: a level of another scale, %v, becomes %v", tt.cfg, stranger, got)
			}
		}
	}
	var zero severity.Lowering
	if got, ok := zero.After(level(t, s, "1")); ok || got != level(t, s, "1") || zero.Names() != nil || zero.Kind() != "" {
		t.Errorf("the zero Lowering makes 1 %v", got)
	}
}

func TestNewLoweringErrors(t *testing.T) {
	s := newScale(t, "acme", "1|one", "2", "3")
	by := func(to map[string]string) severity.LoweringConfig {
		return severity.LoweringConfig{Kind: severity.ByDefinition, To: to, Clause: "X-1", Reason: "so it says"}
	}
	for _, tt := range []struct {
		scale *severity.Scale
		cfg   severity.LoweringConfig
		want  string
	}{
		{nil, by(map[string]string{"1": "2"}), `severity: scale: is missing; a lowering is one of its levels`},
		{s, severity.LoweringConfig{}, `severity: kind: is not a kind of lowering; write "none", "one level" or "by definition"`},
		{s, severity.LoweringConfig{Kind: "half"}, `severity: kind: "half" is not a kind of lowering; write "none", "one level" or "by definition"`},
		{s, by(nil), `severity: to: is missing; say what the levels become`},
		{s, severity.LoweringConfig{Kind: severity.OneLevel, To: map[string]string{"1": "2"}, Clause: "X-1", Reason: "x"}, `severity: to: is for "by definition" only`},
		{s, severity.LoweringConfig{Kind: severity.NoLowering, To: map[string]string{"1": "2"}, Reason: "x"}, `severity: to: is for "by definition" only`},
		{s, severity.LoweringConfig{Kind: severity.OneLevel, Reason: "x"}, `severity: clause: is missing; every lowering cites the clause that says so`},
		{s, severity.LoweringConfig{Kind: severity.NoLowering}, `severity: reason: is missing; say why in words`},
		{s, by(map[string]string{"0]\n": "2"}), `severity: to["0]\n"]: is not a level; write 1, 2 or 3`},
		{s, by(map[string]string{"": "2"}), `severity: to[""]: is not a level; write 1, 2 or 3`},
		{s, by(map[string]string{strings.Repeat("é", 40): "2"}), `severity: to["` + strings.Repeat("é", 40) + `"]: is not a level; write 1, 2 or 3`},
		{s, by(map[string]string{strings.Repeat("x", 40): "2"}), `severity: to[` + strings.Repeat("x", 40) + `]: is not a level; write 1, 2 or 3`},
		{s, by(map[string]string{strings.Repeat("x", 41): "2"}), `severity: to["` + strings.Repeat("x", 40) + `…"]: is not a level; write 1, 2 or 3`},
		{s, by(map[string]string{"0": "2"}), `severity: to[0]: is not a level; write 1, 2 or 3`},
		{s, by(map[string]string{"1": "5"}), `severity: to[1]: "5" is not a less grave level; write one after 1 of 1, 2 or 3`},
		{s, by(map[string]string{"2": "2"}), `severity: to[2]: "2" is not a less grave level; write one after 2 of 1, 2 or 3`},
		{s, by(map[string]string{"2": "1"}), `severity: to[2]: "1" is not a less grave level; write one after 2 of 1, 2 or 3`},
		{s, by(map[string]string{"1": "2", "one": "3"}), `severity: to[one]: names a level that is already named; write each once`},
	} {
		_, err := severity.NewLowering(tt.scale, tt.cfg)
		if !errors.Is(err, severity.ErrLowering) || err.Error() != tt.want {
			t.Errorf("%v: %v\nwant %s", tt.cfg, err, tt.want)
		}
	}
}
