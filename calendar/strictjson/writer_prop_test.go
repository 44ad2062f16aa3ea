package strictjson

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// A drawn value is one of those that encoding/json makes of a text: nil, bool,
// json.Number, string, []any, map[string]any.

func drawValue(t *rapid.T, deep int) any {
	kinds := 4
	if deep > 0 {
		kinds = 6
	}
	switch rapid.IntRange(0, kinds-1).Draw(t, "kind") {
	case 0:
		return nil
	case 1:
		return rapid.Bool().Draw(t, "bool")
	case 2:
		return json.Number(strconv.Itoa(rapid.OneOf(rapid.Int(), rapid.SampledFrom([]int{0, math.MinInt, math.MaxInt})).Draw(t, "number")))
	case 3:
		return drawRunes(t)
	case 4:
		all := []any{}
		for range rapid.IntRange(0, 4).Draw(t, "elements") {
			all = append(all, drawValue(t, deep-1))
		}
		return all
	}
	all := map[string]any{}
	for range rapid.IntRange(0, 4).Draw(t, "members") {
		all[drawRunes(t)] = drawValue(t, deep-1)
	}
	return all
}

// drawRunes draws a text, of any characters and often of those that matter.
func drawRunes(t *rapid.T) string {
	piece := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{`"`, `\`, "\n", "\x00", "\x1f", "\x7f", "é", "\u2028", "\uFFFD", "😀", "</script>", "plain text"}))
	return strings.Join(rapid.SliceOfN(piece, 0, 4).Draw(t, "text"), "")
}

// writeValue writes a drawn value, by each way that there is to write it.
func writeValue(w *Writer, value any, other bool) {
	switch v := value.(type) {
	case nil:
		w.Null()
	case bool:
		w.Bool(v)
	case json.Number:
		if n, err := v.Int64(); err == nil && !other {
			w.Int(int(n))
		} else {
			w.Number(string(v))
		}
	case string:
		if other {
			w.TextBytes([]byte(v))
		} else {
			w.Text(v)
		}
	case []any:
		w.OpenArray()
		for _, e := range v {
			writeValue(w, e, other)
		}
		w.CloseArray()
	case map[string]any:
		w.OpenObject()
		for name, e := range v {
			if other && verbatim(name) {
				w.Name(name)
			} else {
				w.Key(name)
			}
			writeValue(w, e, other)
		}
		w.CloseObject()
	}
}

// readBack reads any value with a Reader.
func readBack(r *Reader) (value any) {
	switch r.Kind() {
	case Null:
		r.Null()
	case Bool:
		return r.Bool()
	case Number:
		return json.Number(r.Number())
	case String:
		return r.Text()
	case Array:
		all := []any{}
		r.Array(func(int) { all = append(all, readBack(r)) })
		return all
	default:
		all := map[string]any{}
		r.Map(func(key []byte) {
			name := string(key)
			all[name] = readBack(r)
		})
		return all
	}
	return nil
}

// TestPropWriterReadBack: what a Writer writes, a Reader and encoding/json read back.
func TestPropWriterReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want, other := drawValue(t, 3), rapid.Bool().Draw(t, "other")
		var w Writer
		writeValue(&w, want, other)
		r := NewReader(w.Bytes())
		got := readBack(r)
		if diff := cmp.Diff(want, got); diff != "" || r.End() != nil {
			t.Errorf("%s: %v; Reader (-want +got):\n%s", w.Bytes(), r.Err(), diff)
		}
		d := json.NewDecoder(strings.NewReader(string(w.Bytes())))
		d.UseNumber()
		var std any
		if err := d.Decode(&std); err != nil {
			t.Fatalf("%s: %v", w.Bytes(), err)
		}
		if diff := cmp.Diff(want, std); diff != "" || d.More() {
			t.Errorf("%s: encoding/json (-want +got):\n%s", w.Bytes(), diff)
		}
	})
}
