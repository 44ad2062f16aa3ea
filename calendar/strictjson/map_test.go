package strictjson

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// readWeek reads {"week":{"mon":[["09:00"]]}}, with the days as keys.
func readWeek(r *Reader) {
	r.Object(func(name []byte) {
		if string(name) != "week" {
			return
		}
		r.Map(func(key []byte) {
			switch string(key) {
			case "mon", "tue":
				r.Array(func(int) { r.Array(func(int) { r.Text() }) })
			default:
				r.Unknown("mon", "tue")
			}
		})
	})
}

func TestMap(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []Mistake
	}{
		{"nothing wrong", `{"week":{"mon":[["a"]],"tue":[]}}`, nil},
		{"within an entry", `{"week":{"mon":[["a",9]]}}`, []Mistake{at("week[mon][0][1]", 21, "9", "must be a string")}},
		{"an entry of the wrong type", `{"week":{"mon":7}}`, []Mistake{at("week[mon]", 15, "7", "must be an array")}},
		{"unknown key", `{"week":{"mom":[]}}`, []Mistake{at("week[mom]", 9, "", `unknown key; did you mean "mon"?`)}},
		{"a key with a dot", `{"week":{"m.n":[]}}`, []Mistake{at(`week[m.n]`, 9, "", `unknown key; did you mean "mon"?`)}},
		{"a key with a plus sign", `{"week":{"+1":[]}}`, []Mistake{at(`week[+1]`, 9, "", `unknown key; known are mon, tue`)}},
		{"a key to be quoted", `{"week":{"m n":[]}}`, []Mistake{at(`week["m n"]`, 9, "", `unknown key; did you mean "mon"?`)}},
		{"a key that stands twice", `{"week":{"mon":[],"mon":[]}}`, []Mistake{at("week[mon]", 18, "", "appears twice in one object, first at column 10")}},
		{"no object", `{"week":[]}`, []Mistake{at("week", 8, "", "must be an object, not an array")}},
		{"after the map", `{"week":{"mon":[]},"wek":1}`, []Mistake{at("wek", 19, "", "unknown field")}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := NewReader([]byte(tt.text))
			readWeek(r)
			if diff := cmp.Diff(tt.want, mistakes(t, r.End())); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestAppendString(t *testing.T) {
	for _, tt := range []struct{ s, want string }{
		{"", `""`},
		{"<a> & b/c", `"<a> & b/c"`},
		{`"\`, `"\"\\"`},
		{"\x00\b\t\n\f\r\x1f\x7f", "\"\\u0000\\b\\t\\n\\f\\r\\u001f\x7f\""},
		{"Zürich \u2028 😀", "\"Zürich \u2028 😀\""},
		{"a\xffb", "\"a\uFFFDb\""},
		{"a\xe2\x80", "\"a\uFFFD\uFFFD\""},
	} {
		if got := string(AppendString([]byte("x"), tt.s)); got != "x"+tt.want {
			t.Errorf("AppendString(%q) = %s, want x%s", tt.s, got, tt.want)
		}
	}
}
