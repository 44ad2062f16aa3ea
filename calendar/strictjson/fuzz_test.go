package strictjson

import (
	"bytes"
	"encoding/json"
	"errors"
	"regexp"
	"strconv"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// pieces are what texts are put together of, right and wrong.
var pieces = []string{
	"{", "}", "[", "]", ",", ":", " ", "\n", "\t", "\r\n", `"a"`, `"a":`, `"b":`, `"\u0061":`, `"ä":`, `"":`,
	`{"a":1}`, `[1,"x"]`, "0", "-0", "1", "-12.5e+3", "01", "1.", ".5", "+1", "1e", "9223372036854775808", "true", "false", "null",
	"nul", "NaN", `""`, `"\ud83d\ude00"`, `"\ud83d"`, `"\ude00"`, `"\n"`, `"\x"`, `"\u12"`, `"`, `\`, "'", "\xff", "\x00", "\uFEFF",
	"é", "日本", "//", "[[[[[[[[[[[[[[[[", "]]]]]]]]]]]]]]]]", `{"a":{"a":{"a":{"a":`, "}}}}",
}

func drawText(t *rapid.T) []byte {
	var b []byte
	for _, p := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces") {
		b = append(b, p...)
	}
	return b
}

// drawJSON draws a text that is JSON but for names that may stand twice.
func drawJSON(t *rapid.T, deep int) string {
	kinds := 4
	if deep > 0 {
		kinds = 6
	}
	space := rapid.SampledFrom([]string{"", "", " ", "\r\n"}).Draw(t, "space")
	switch rapid.IntRange(0, kinds-1).Draw(t, "kind") {
	case 0:
		return space + rapid.SampledFrom([]string{"true", "false", "null"}).Draw(t, "word")
	case 1:
		return strconv.FormatFloat(rapid.Float64().Draw(t, "number"), 'g', -1, 64) + space
	case 2:
		return space + strconv.FormatInt(rapid.Int64().Draw(t, "integer"), 10)
	case 3:
		b, _ := json.Marshal(rapid.String().Draw(t, "text"))
		return string(b) + space
	case 4:
		s := "["
		for i := range rapid.IntRange(0, 4).Draw(t, "elements") {
			if i > 0 {
				s += space + ","
			}
			s += drawJSON(t, deep-1)
		}
		return s + space + "]"
	}
	s := "{" + space
	for i := range rapid.SampledFrom([]int{0, 1, 2, 3, 34}).Draw(t, "members") {
		if i > 0 {
			s += ","
		}
		name, _ := json.Marshal(rapid.StringN(0, 3, -1).Draw(t, "name"))
		s += space + string(name) + space + ":" + drawJSON(t, deep-1)
	}
	return s + "}"
}

// What a Reader accepts is what encoding/json accepts, less duplicate names,
// bytes that are not UTF-8, half surrogate pairs and too deep nesting; and it
// reads the same in it.
func TestPropSameAsEncodingJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkText(t, drawText(t)) })
	rapid.Check(t, func(t *rapid.T) { checkText(t, []byte(drawJSON(t, 3))) })
}

// Whatever a program calls, in whatever order, nothing panics or hangs, and
// every mistake has a place in the text.
func TestPropAnyCalls(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkCalls(t, drawText(t), rapid.SliceOf(rapid.Byte()).Draw(t, "calls"))
	})
}

func FuzzReader(f *testing.F) {
	for _, text := range append(pieces, ticketText, `{"a":1,"b":[true,null,{"c":-0.5e7}],"\u0061":"x"}`) {
		f.Add([]byte(text), []byte("\x00\x02\x01\x03\x04\x05\x06\x07\x08\x09\x0a\x0b"))
	}
	f.Fuzz(func(t *testing.T, data, calls []byte) {
		checkText(t, data)
		checkCalls(t, data, calls)
	})
}

type failer interface{ Fatalf(string, ...any) }

// checkText compares the Reader with encoding/json on one text.
func checkText(t failer, data []byte) {
	want := strictly(data)
	r := NewReader(data)
	got := readValue(r)
	if err := r.End(); (err == nil) != want {
		t.Fatalf("%q: got %v, want valid: %v", data, err, want)
	}
	checkPlaces(t, data, r.Err())

	// Skip and Raw check as much.
	skipped := NewReader(data)
	skipped.Skip()
	raw := NewReader(data)
	part := raw.Raw()
	for _, other := range []*Reader{skipped, raw} {
		if diff := cmp.Diff(r.Err(), other.End()); diff != "" {
			t.Fatalf("%q: read, and skipped or raw:\n%s", data, diff)
		}
	}
	if !want {
		return
	}
	if string(part) != string(bytes.Trim(data, " \t\r\n")) {
		t.Fatalf("%q: Raw is %q", data, part)
	}
	var values any
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&values); err != nil {
		t.Fatalf("%q: %v", data, err)
	}
	if diff := cmp.Diff(values, got); diff != "" {
		t.Fatalf("%q: encoding/json - Reader +\n%s", data, diff)
	}
}

// readValue reads what encoding/json reads into an any.
func readValue(r *Reader) any {
	switch r.Kind() {
	case Object:
		m := map[string]any{}
		r.Object(func(name []byte) { m[string(name)] = readValue(r) })
		return m
	case Array:
		a := []any{}
		r.Array(func(int) { a = append(a, readValue(r)) })
		return a
	case String:
		return r.Text()
	case Number:
		return json.Number(r.Number())
	case Bool:
		return r.Bool()
	}
	if !r.Null() {
		r.Skip()
	}
	return nil
}

// checkPlaces checks what holds for every mistake.
func checkPlaces(t failer, data []byte, err error) {
	if err == nil {
		return
	}
	var e *Error
	if !errors.As(err, &e) || len(e.Mistakes) == 0 || len(e.Mistakes) > MaxMistakes {
		t.Fatalf("%q: error is %#v", data, err)
	}
	for _, m := range e.Mistakes {
		line, column := 1, 1
		for _, c := range string(data[:m.Offset]) {
			if column++; c == '\n' {
				line, column = line+1, 1
			}
		}
		// A character that the offset cuts counts by its bytes.
		if m.Line != line || m.Column < 1 || utf8.Valid(data) && m.Column != column || m.Line > e.Lines+1 {
			t.Fatalf("%q: %+v stands at line %d, column %d", data, m, line, column)
		}
		if m.Why == "" || !utf8.ValidString(m.String()) || len(m.Value) > 1000 {
			t.Fatalf("%q: %+v", data, m)
		}
	}
}

var escapes = regexp.MustCompile(`\\(u[0-9a-fA-F]{4}|.)`)

// strictly reports whether data is JSON as a Reader asks for, by other means.
func strictly(data []byte) bool {
	if !json.Valid(data) || !utf8.Valid(data) {
		return false
	}
	open := -1 // where the second half of a pair must stand
	for _, at := range escapes.FindAllIndex(data, -1) {
		half := uint64(0)
		if at[1]-at[0] == 6 {
			half, _ = strconv.ParseUint(string(data[at[0]+2:at[1]]), 16, 16)
		}
		second := half >= 0xDC00 && half < 0xE000
		switch {
		case open >= 0 && !(second && at[0] == open), open < 0 && second:
			return false
		case half >= 0xD800 && half < 0xDC00:
			open = at[1]
		default:
			open = -1
		}
	}
	if open >= 0 {
		return false
	}
	// Every level has the names of its object, or nil for an array.
	var levels []map[string]bool
	name := true // an object's next token is a name
	for d := json.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if err != nil {
			return true // the end
		}
		var top map[string]bool
		if len(levels) > 0 {
			top = levels[len(levels)-1]
		}
		switch v := token.(type) {
		case json.Delim:
			switch v {
			case '{':
				levels = append(levels, map[string]bool{})
			case '[':
				levels = append(levels, nil)
			default:
				levels = levels[:len(levels)-1]
			}
			name = true
			if len(levels) > MaxDepth {
				return false
			}
			continue
		case string:
			if top != nil && name {
				if top[v] {
					return false
				}
				top[v] = true
				name = false
				continue
			}
		}
		name = true
	}
}

// checkCalls calls the methods that the bytes name.
func checkCalls(t failer, data, calls []byte) {
	var r Reader
	var call func(deep int)
	call = func(deep int) {
		for n := 0; len(calls) > 0 && n < 4; n++ {
			c := calls[0]
			calls = calls[1:]
			switch c % 17 {
			case 0, 1:
				r.Object(func(name []byte) {
					if !utf8.Valid(name) {
						t.Fatalf("%q: name %q", data, name)
					}
					call(deep + 1)
				})
			case 2, 3:
				r.Array(func(int) { call(deep + 1) })
			case 4:
				if s := r.Text(); !utf8.ValidString(s) {
					t.Fatalf("%q: text %q", data, s)
				}
			case 5:
				r.TextBytes()
			case 6:
				r.Number()
			case 7:
				r.Int64()
			case 8:
				r.Bool()
			case 9:
				r.Null()
			case 10:
				if raw := r.Raw(); raw != nil && !json.Valid(raw) {
					t.Fatalf("%q: raw %q", data, raw)
				}
			case 11:
				r.Skip()
			case 12:
				r.Fail("is wrong")
			case 13:
				r.Unknown("a", "known")
			case 14:
				r.Path()
			case 15:
				checkPlaces(t, data, r.Err())
				if c > 200 {
					r.End()
				}
			case 16:
				if c > 200 {
					r.Reset(data)
				}
			}
			if deep > 0 && c < 128 {
				return
			}
		}
	}
	r.Reset(data)
	for len(calls) > 0 {
		call(0)
	}
	err := r.End()
	checkPlaces(t, data, err)
	if err == nil && !strictly(data) {
		t.Fatalf("%q was accepted", data)
	}
}
