package golden_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy/internal/golden"
)

// TestFields: of instants the zone does not matter, wherever they stand, and what is
// not compared is left out, at any depth; all else stays.
func TestFields(t *testing.T) {
	at, err := calendar.ParseTime("2026-03-02T08:00:00Z")
	if err != nil {
		t.Fatal(err)
	}
	got, err := golden.Fields([]byte(`{"id":"2026-03-02T09:00:00+01:00","as_of":"2026-03-02T09:00:00+01:00","n":1.5,"yes":true,"none":null,
		"clocks":[{"calendar":"24x7","why":[{"step":"start"}],"elapsed_wall":"1h0m0s","elapsed":"1h0m0s","started":"2026-03-02T09:00:00+01:00","due":"2026-03-02T08:00:00Z","stopped":"soon"}],
		"next":{"at":"2026-03-02T10:00:00+02:00","what":"at"},"ownership":[{"from":"2026-03-02T09:00:00+01:00"}],"list":["2026-03-02T09:00:00+01:00"]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]any{
		"id": "2026-03-02T09:00:00+01:00", "as_of": "2026-03-02T09:00:00+01:00", "n": 1.5, "yes": true, "none": nil,
		"clocks":    []any{map[string]any{"elapsed": "1h0m0s", "started": at, "due": at, "stopped": "soon"}},
		"next":      map[string]any{"at": at, "what": "at"},
		"ownership": []any{map[string]any{"from": at}},
		"list":      []any{"2026-03-02T09:00:00+01:00"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, text := range []string{``, `{`, `[]`, `"x"`, `{"a":1} {"b":2}`} {
		if fields, err := golden.Fields([]byte(text)); err == nil {
			t.Errorf("%q is %v, want an error", text, fields)
		}
	}
}

// TestDiff: a line for what is wanted and one for what there is, under each other, at
// each place that differs.
func TestDiff(t *testing.T) {
	object := func(name string, v any) map[string]any { return map[string]any{name: v} }
	for _, c := range []struct {
		name      string
		want, got any
		diff      string
	}{
		{"equal", object("a", []any{1.0, "x", nil}), object("a", []any{1.0, "x", nil}), ""},
		{"nothing and nothing", nil, nil, ""},
		{"no object and one", map[string]any(nil), object("a", 1.0), "  a: want nothing\n     got  1\n"},
		{"a value", object("a", 1.0), object("a", 2.0), "  a: want 1\n     got  2\n"},
		{"another type", object("a", 1.0), object("a", "1"), "  a: want 1\n     got  \"1\"\n"},
		{"not there", object("a", 1.0), object("b", 1.0), "  a: want 1\n     got  nothing\n  b: want nothing\n     got  1\n"},
		{"deeper", object("a", object("b", []any{"x", "y"})), object("a", object("b", []any{"x", "z"})), "  a.b[1]: want \"y\"\n          got  \"z\"\n"},
		{"a longer list", object("a", []any{"x"}), object("a", []any{"x", "y"}), "  a: want [\"x\"]\n     got  [\"x\",\"y\"]\n"},
		{"a list and an object", object("a", []any{}), object("a", object("b", 1.0)), "  a: want []\n     got  {\"b\":1}\n"},
		{"an object and a list", object("a", object("b", 1.0)), object("a", []any{}), "  a: want {\"b\":1}\n     got  []\n"},
		{"what JSON cannot have", object("a", func() {}), object("a", 1.0), ""},
	} {
		got := golden.Diff(c.want, c.got)
		if c.name == "what JSON cannot have" { // an address, but told all the same
			if got == "" {
				t.Errorf("%s: no difference", c.name)
			}
			continue
		}
		if diff := cmp.Diff(c.diff, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
