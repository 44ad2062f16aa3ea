package strictjson

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestLocate(t *testing.T) {
	const text = `
{"a": 1, "é": {"mon": [["09:00", "12:00"],
  ["13:00"]], "a.b": {"x": 2}, "c d":
	3, "": 4, "k[0]": 5},
"list": [{"v": 6}, [7, 8]], "` + "long name long name long name long name long name" + `": 9,
 "q\"[": {"v": 1}}`
	for path, want := range map[string]Position{
		"": {1, 1}, "a": {2, 7}, `["é"]`: {2, 15}, "list": {5, 9},
		// Of an object that was read as a map.
		`["é"][mon]`: {2, 23}, `["é"][mon][0]`: {2, 24}, `["é"][mon][0][1]`: {2, 34}, `["é"][mon][1]`: {3, 3}, `["é"][mon][1][0]`: {3, 4},
		`["é"][a.b]`: {3, 22}, `["é"][a.b].x`: {3, 28}, `["é"]["c d"]`: {4, 2}, `["é"][""]`: {4, 9}, `["é"]["k[0]"]`: {4, 20},
		// Of one that was not.
		`list[0]`: {5, 10}, `list[0].v`: {5, 16}, `list[1]`: {5, 20}, `list[1][1]`: {5, 24}, `list[0][v]`: {5, 16},
		`["` + "long name long name long name long name …" + `"]`: {5, 82},
		// A path of a step too many, or of one that is no step.
		`list[0].v.`: {5, 16}, `list[0`: {5, 9}, `["é"]["c d`: {2, 15}, `["é"]["c d\`: {2, 15}, `a[`: {2, 7},
		`["q\"["]`: {6, 10}, `["q\"["].v`: {6, 16}, `["q\"["][v]`: {6, 16},
		// What does not stand there is where it would.
		"b": {1, 1}, "a.b.c": {2, 7}, "list[2]": {5, 9}, "list[1][2].x[1]": {5, 20}, `["é"][tue][0]`: {2, 15}, `["é"][mon][2]`: {2, 23}, `["é"]["k[1]"]`: {2, 15},
		"]": {1, 1}, "[": {1, 1}, ".": {1, 1}, "[0]": {1, 1}, "..a": {1, 1},
	} {
		if diff := cmp.Diff([]Position{want}, Locate([]byte(text), []string{path})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// TestLocate_Many: paths do not get into each other's way, and none is too many.
func TestLocate_Many(t *testing.T) {
	text := []byte(`{"a": {"x": {"y": 1}, "z": 2}, "b": [3]}`)
	got := Locate(text, []string{"b[0]", "a.x.y", "", "a.q", "b[0]", "a.x", "a.z"})
	if diff := cmp.Diff([]Position{{1, 38}, {1, 19}, {1, 1}, {1, 7}, {1, 38}, {1, 13}, {1, 28}}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := Locate(text, nil); len(got) != 0 {
		t.Error(got)
	}
}

// TestLocate_Unreadable: after a mistake of syntax nothing stands, nothing panics, and a
// path that nobody could have made costs little, nor does one that is long.
func TestLocate_Unreadable(t *testing.T) {
	for text, want := range map[string]Position{`{"a": 1, "b": [2, x`: {1, 19}, `{"a": 1, "b": [2 x`: {1, 15}, `{"a": 1, "b" 2}`: {1, 1}, ``: {1, 1}, "\xff": {1, 1}, `{"b": 1, "b": 2}`: {1, 7}, "\n[": {1, 1}} {
		if got := Locate([]byte(text), []string{"b[1].c"}); got[0] != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	began := time.Now()
	deep := strings.Repeat(`{"a b":`, MaxDepth) + "1" + strings.Repeat("}", MaxDepth)
	if got := Locate([]byte(deep), []string{strings.Repeat(`["a b"]`, MaxDepth)}); got[0] != (Position{1, 7*MaxDepth + 1}) {
		t.Error(got)
	}
	got := Locate([]byte(`{"a": 1}`), []string{strings.Repeat("[", 1<<20), "a" + strings.Repeat(".", 1<<20)})
	if diff := cmp.Diff([]Position{{1, 1}, {1, 7}}, got); diff != "" || time.Since(began) > 10*time.Second {
		t.Errorf("%v (-want +got):\n%s", time.Since(began), diff)
	}
}

// TestPropLocate: what a Reader says of each value of a text, Locate finds, whether its
// objects are read as objects or as maps.
func TestPropLocate(t *testing.T) {
	names := rapid.SampledFrom([]string{"a", "b", "mon", "a.b", "x y", "", "[", "]", "a[0]", `"`, "é", "+1", "…", strings.Repeat("é", 41), strings.Repeat("n", 41)})
	rapid.Check(t, func(t *rapid.T) {
		w := NewWriter(nil)
		draw(t, &w, names, 0)
		text := []byte(strings.ReplaceAll(string(w.Bytes()), ",", rapid.SampledFrom([]string{",", ",\n", ", "}).Draw(t, "space")))
		maps := rapid.Bool().Draw(t, "maps")
		var paths []string
		var want []Position
		r := NewReader(text)
		var each func()
		each = func() {
			before := string(text[:r.Offset()])
			lines := strings.Split(before, "\n")
			at := Position{len(lines), len([]rune(lines[len(lines)-1])) + 1}
			if path := r.Path(); path != "" {
				paths, want = append(paths, path), append(want, at)
			}
			switch {
			case r.Kind() == Array:
				r.Array(func(int) { each() })
			case r.Kind() == Object && maps:
				r.Map(func([]byte) { each() })
			case r.Kind() == Object:
				r.Object(func([]byte) { each() })
			default:
				r.Skip()
			}
		}
		each()
		if diff := cmp.Diff(want, Locate(text, paths)); len(want) > 0 && diff != "" {
			t.Fatalf("%s (-want +got):\n%s", text, diff)
		}
	})
}

// draw writes some value.
func draw(t *rapid.T, w *Writer, names *rapid.Generator[string], depth int) {
	switch kind := rapid.IntRange(0, 3).Draw(t, "kind"); {
	case kind == 0 || depth > 3:
		w.Int(rapid.IntRange(-9, 9).Draw(t, "n"))
	case kind == 1:
		w.OpenArray()
		for range rapid.IntRange(0, 3).Draw(t, "elements") {
			draw(t, w, names, depth+1)
		}
		w.CloseArray()
	default:
		w.OpenObject()
		for _, name := range rapid.SliceOfNDistinct(names, 0, 4, rapid.ID[string]).Draw(t, "names") {
			w.Key(name)
			draw(t, w, names, depth+1)
		}
		w.CloseObject()
	}
}
