package strictjson

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// readPlan reads an object that has a field for each thing that can go wrong.
func readPlan(r *Reader) {
	r.Object(func(name []byte) {
		switch string(name) {
		case "zone":
			if zone := r.TextBytes(); string(zone) != "UTC" {
				r.Fail("is not a zone; write UTC")
			}
		case "days":
			r.Int64()
		case "open":
			r.Bool()
		case "ratio":
			r.Number()
		case "week":
			r.Object(func(day []byte) {
				if string(day) != "mon" {
					r.Unknown("mon")
					return
				}
				r.Array(func(int) {
					n := 0
					r.Array(func(i int) {
						if i < 2 {
							r.TextBytes()
						}
						n++
					})
					if n < 2 {
						r.Fail("must be an opening and a closing time")
					}
				})
			})
		case "note": // left unread
		default:
			r.Unknown("zone", "days", "open", "ratio", "week")
		}
	})
}

// at is a mistake in the first line, which has no other characters than ASCII
// before it.
func at(path string, offset int, value, why string) Mistake {
	return Mistake{path, offset, 1, offset + 1, value, why}
}

func TestMistakes(t *testing.T) {
	const escapes = `is not an escape; there are \" \\ \/ \b \f \n \r \t and \u with four hexadecimal digits`
	tests := []struct {
		name, text string
		want       []Mistake
	}{
		{"none", ` {"zone":"UTC","days":-0,"open":true,"ratio":1.5e+3,"week":{"mon":[["09:00","12:00"]]}}` + "\r\n", nil},

		// Types.
		{"string for number", `{"days":"5"}`, []Mistake{at("days", 8, `"5"`, "must be a number")}},
		{"null, and Fail says nothing more", `{"zone":null}`, []Mistake{at("zone", 8, "null", "must be a string")}},
		{"number for bool", `{"open":0}`, []Mistake{at("open", 8, "0", "must be true or false")}},
		{"array for object", `{"week":[1,2]}`, []Mistake{at("week", 8, "", "must be an object, not an array")}},
		{"object for string", `{"zone":{"a":1}}`, []Mistake{at("zone", 8, "", "must be a string, not an object")}},
		{"at the root", `"x"`, []Mistake{at("", 0, `"x"`, "must be an object")}},
		{"with a fraction", `{"days":1.0}`, []Mistake{at("days", 8, "1.0", "must be a whole number, without fraction and exponent")}},
		{"with an exponent", `{"days":1E2}`, []Mistake{at("days", 8, "1E2", "must be a whole number, without fraction and exponent")}},
		{"greatest and least", `{"days":9223372036854775807,"week":{"mon":[]},"ratio":-9223372036854775808}`, nil},
		{"too great", `{"days":9223372036854775808}`, []Mistake{at("days", 8, "9223372036854775808", "must lie between -9223372036854775808 and 9223372036854775807")}},

		// Places.
		{"on the third line", "{\n  \"week\": {\n    \"mon\": [[\"09:00\", \"12:00\"], [9, \"17:00\"]]\n  }\n}\n",
			[]Mistake{{"week.mon[1][0]", 47, 3, 34, "9", "must be a string"}}},
		{"columns are characters", `{"zone":"é","days":true}`, []Mistake{
			at("zone", 8, `"é"`, "is not a zone; write UTC"),
			{"days", 20, 1, 20, "true", "must be a number"}}},
		{"an array by Fail", `{"week":{"mon":[["09:00"]]}}`, []Mistake{at("week.mon[0]", 16, "", "must be an opening and a closing time")}},
		{"an element left unread", `{"week":{"mon":[["a","b",3]]}}`, []Mistake{at("week.mon[0][2]", 25, "3", "must not stand here")}},

		// Names.
		{"misspelt", `{"zonne":"UTC"}`, []Mistake{at("zonne", 1, "", `unknown field; did you mean "zone"?`)}},
		{"in the wrong case", `{"DAYS":1}`, []Mistake{at("DAYS", 1, "", `unknown field; did you mean "days"?`)}},
		{"letters swapped", `{"rtaio":1}`, []Mistake{at("rtaio", 1, "", `unknown field; did you mean "ratio"?`)}},
		{"two letters of seven", `{"zzonnee":1}`, []Mistake{at("zzonnee", 1, "", "unknown field; known are zone, days, open, ratio, week")}},
		{"unlike all", `{"purchased.zone":1}`, []Mistake{at(`["purchased.zone"]`, 1, "", "unknown field; known are zone, days, open, ratio, week")}},
		{"empty", `{"":1}`, []Mistake{at(`[""]`, 1, "", "unknown field; known are zone, days, open, ratio, week")}},
		{"with its mistakes", `{"x":{"a":1,"a":2}}`, []Mistake{
			at("x", 1, "", "unknown field; known are zone, days, open, ratio, week"),
			at("x.a", 12, "", "appears twice in one object, first at column 7")}},
		{"left unread", `{"note":[1,{}]}`, []Mistake{at("note", 1, "", "unknown field")}},
		{"twice, with an escape", `{"days":1,"open":true,"d\u0061ys":"x"}`, []Mistake{at("days", 22, "", "appears twice in one object, first at column 2")}},
		{"twice, the first escaped", `{"d\u0061ys":1,"days":2}`, []Mistake{at("days", 15, "", "appears twice in one object, first at column 2")}},
		{"twice, lines apart", "{\"days\":1,\n\"days\":2}", []Mistake{{"days", 11, 2, 1, "", "appears twice in one object, first at line 1, column 2"}}},
		{"three times", `{"days":1,"days":2,"days":3}`, []Mistake{
			at("days", 10, "", "appears twice in one object, first at column 2"),
			at("days", 19, "", "appears twice in one object, first at column 2")}},
		{"not twice in one object", `{"week":{"mon":[]},"x":{"week":1,"mon":{"week":1}}}`, []Mistake{at("x", 19, "", "unknown field; known are zone, days, open, ratio, week")}},

		// Text.
		{"not UTF-8", "{\"zone\":\"a\xffb\",\"days\":null}", []Mistake{
			at("zone", 10, `"a\xffb"`, `is not valid UTF-8: the byte \xff at column 11`),
			at("days", 21, "null", "must be a number")}},
		{"surrogate as UTF-8", "{\"zone\":\"\xed\xa0\x80\"}", []Mistake{at("zone", 9, `"\xed\xa0\x80"`, `is not valid UTF-8: the byte \xed at column 10`)}},
		{"name not UTF-8", "{\"a\xff\":1,\"days\":\"x\"}", []Mistake{
			at("", 3, `"a\xff"`, `is not valid UTF-8: the byte \xff at column 4`),
			at("days", 15, `"x"`, "must be a number")}},
		{"not UTF-8 on the third line", "{\n\"note\":1,\n\"zone\":\"é\x80\"}", []Mistake{
			{"note", 2, 2, 1, "", "unknown field"},
			{"zone", 22, 3, 10, `"é\x80"`, `is not valid UTF-8: the byte \x80 at line 3, column 10`}}},
		{"not UTF-8 beyond what is shown", "{\"zone\":\"" + strings.Repeat("x", 40) + "\xe4\"}", []Mistake{
			at("zone", 49, `"`+strings.Repeat("x", 40)+`…"`, `is not valid UTF-8: the byte \xe4 at column 50`)}},
		{"U+FFFD is UTF-8", "{\"zone\":\"\uFFFD\"}", []Mistake{at("zone", 8, "\"\uFFFD\"", "is not a zone; write UTC")}},
		{"first half alone", `{"zone":"a\ud83d"}`, []Mistake{at("zone", 10, `"a�"`, "has half of a surrogate pair; write both halves")}},
		{"second half alone", `{"zone":"\uDE00b"}`, []Mistake{at("zone", 9, `"�b"`, "has half of a surrogate pair; write both halves")}},
		{"halves swapped", `{"zone":"\ude00\ud83d"}`, []Mistake{at("zone", 9, `"��"`, "has half of a surrogate pair; write both halves")}},
		{"shown without escapes", `{"zone":"\ud83d\ude00\n\u202e"}`, []Mistake{at("zone", 8, `"😀\n\u202e"`, "is not a zone; write UTC")}},
		{"shown in part", `{"zone":"0123456789012345678901234567890123456789x"}`,
			[]Mistake{at("zone", 8, `"0123456789012345678901234567890123456789…"`, "is not a zone; write UTC")}},
		{"shown whole", `{"zone":"0123456789012345678901234567890123456789"}`,
			[]Mistake{at("zone", 8, `"0123456789012345678901234567890123456789"`, "is not a zone; write UTC")}},

		// Syntax: the end of the reading.
		{"nothing after it", `{"days":"x","open":tru,"zone":1}`, []Mistake{
			at("days", 8, `"x"`, "must be a number"),
			at("open", 19, "tru", "is not a JSON value")}},
		{"empty text", "", []Mistake{at("", 0, "", "the text is empty; a JSON value must stand here")}},
		{"blank text", " \n", []Mistake{{"", 2, 2, 1, "", "the text is empty; a JSON value must stand here"}}},
		{"byte order mark", "\uFEFF{}", []Mistake{at("", 0, "", "the text begins with a byte order mark (U+FEFF); leave it out")}},
		{"UTF-16, little end first", "\xff\xfe{\x00}\x00", []Mistake{at("", 0, "", "the text is UTF-16; write UTF-8")}},
		{"UTF-16, big end first", "\xfe\xff\x00{\x00}", []Mistake{at("", 0, "", "the text is UTF-16; write UTF-8")}},
		{"UTF-16 without a mark", "{\x00}\x00", []Mistake{at("", 0, "", "the text is UTF-16; write UTF-8")}},
		{"UTF-16 without a mark, big end first", "\x00{\x00}", []Mistake{at("", 0, "", "the text is UTF-16; write UTF-8")}},
		{"NULs", "\x00\x00{", []Mistake{at("", 0, `'\x00'`, "is not a JSON value")}},
		{"half a mark", "\xff", []Mistake{at("", 0, `'\xff'`, "is not a JSON value")}},
		{"Latin-1", "\xfc\xfe", []Mistake{at("", 0, `'\xfc'`, "is not a JSON value")}},
		{"gzip", "\x1f\x8b\x08\x00", []Mistake{at("", 0, "", "the text is compressed with gzip; write it as text")}},
		{"half of gzip", "\x1f{", []Mistake{at("", 0, `'\x1f'`, "is not a JSON value")}},
		{"a word follows", `{} x`, []Mistake{at("", 3, "x", "must not follow the value")}},
		{"a value follows", `{}{}`, []Mistake{at("", 2, `'{'`, "must not follow the value")}},
		{"NUL follows", "{}\x00", []Mistake{at("", 2, `'\x00'`, "must not follow the value")}},
		{"other white space", "{\u00a0}", []Mistake{at("", 1, `'\u00a0'`, "must be a name in double quotes")}},
		{"comma before brace", `{"days":1, }`, []Mistake{at("", 9, `','`, "must not stand before }")}},
		{"comma before bracket", `{"week":{"mon":[["a","b"],]}}`, []Mistake{at("week.mon", 25, `','`, "must not stand before ]")}},
		{"comma first", `{,"days":1}`, []Mistake{at("", 1, `','`, "must be a name in double quotes")}},
		{"two commas", `{"note":[1,,2]}`, []Mistake{at("note", 1, "", "unknown field"), at("note[1]", 11, `','`, "is not a JSON value")}},
		{"no comma in object", `{"days":1 "open":true}`, []Mistake{at("", 10, `'"'`, "must be a comma or }")}},
		{"no comma in array", `{"week":{"mon":[["a" "b"]]}}`, []Mistake{at("week.mon[0]", 21, `'"'`, "must be a comma or ]")}},
		{"wrong closer", `{"week":{"mon":[}}`, []Mistake{at("week.mon[0]", 16, `'}'`, "is not a JSON value")}},
		{"no colon", `{"days" 1}`, []Mistake{at("", 8, "1", "must be a colon")}},
		{"no value", `{"days":}`, []Mistake{at("days", 8, `'}'`, "is not a JSON value")}},
		{"name without quotes", `{days:1}`, []Mistake{at("", 1, "days", "must be a name in double quotes")}},
		{"comment", `{"days":1 /* one */}`, []Mistake{at("", 10, `'/'`, "must be a comma or }")}},
		{"single quotes", `{"zone":'UTC'}`, []Mistake{at("zone", 8, `'\''`, "must be a double quotation mark")}},
		{"leading zero", `{"days":01}`, []Mistake{at("days", 8, "01", "must be written without leading zeros")}},
		{"negative leading zero", `{"days":-00}`, []Mistake{at("days", 8, "-00", "must be written without leading zeros")}},
		{"plus", `{"days":+1}`, []Mistake{at("days", 8, "+1", "is not a JSON value")}},
		{"point first", `{"ratio":.5}`, []Mistake{at("ratio", 9, ".5", "is not a JSON value")}},
		{"point last", `{"ratio":1.}`, []Mistake{at("ratio", 9, "1.", "is not a JSON number")}},
		{"no exponent", `{"ratio":1e+}`, []Mistake{at("ratio", 9, "1e+", "is not a JSON number")}},
		{"minus alone", `{"ratio":-}`, []Mistake{at("ratio", 9, "-", "is not a JSON number")}},
		{"hexadecimal", `{"days":0x10}`, []Mistake{at("days", 8, "0x10", "is not a JSON number")}},
		{"unit", `{"days":5d}`, []Mistake{at("days", 8, "5d", "is not a JSON number")}},
		{"NaN", `{"ratio":NaN}`, []Mistake{at("ratio", 9, "NaN", "is not a JSON value")}},
		{"minus infinity", `{"ratio":-Infinity}`, []Mistake{at("ratio", 9, "-Infinity", "is not a JSON number")}},
		{"capital", `{"open":True}`, []Mistake{at("open", 8, "True", "is not a JSON value")}},
		{"longer word", `{"open":falsey}`, []Mistake{at("open", 8, "falsey", "is not a JSON value")}},
		{"shorter word", `nul`, []Mistake{at("", 0, "nul", "is not a JSON value")}},
		{"not closed", `{"zone":"UTC}`, []Mistake{at("zone", 8, "", "the string that begins here is not closed")}},
		{"closed by an escape", `{"zone":"UTC\"`, []Mistake{at("zone", 8, "", "the string that begins here is not closed")}},
		{"name not closed", `{"zone`, []Mistake{at("", 1, "", "the string that begins here is not closed")}},
		{"line break", "{\"zone\":\"a\nb\"}", []Mistake{at("zone", 10, "", `a control character must be written as an escape: \n`)}},
		{"control character", "{\"zone\":\"\x1f\"}", []Mistake{at("zone", 9, "", `a control character must be written as an escape: \u001f`)}},
		{"tab", "{\"zone\":\"\t\"}", []Mistake{at("zone", 9, "", `a control character must be written as an escape: \t`)}},
		{"NUL", "{\"zone\":\"\x00\"}", []Mistake{at("zone", 9, "", `a control character must be written as an escape: \u0000`)}},
		{"no such escape", `{"zone":"a\x41"}`, []Mistake{at("zone", 10, `\x`, escapes)}},
		{"three digits", `{"zone":"\u12g4"}`, []Mistake{at("zone", 9, `\u`, escapes)}},
		{"beyond F", `{"zone":"\uFFFG"}`, []Mistake{at("zone", 9, `\u`, escapes)}},
		{"before A", `{"zone":"\uAAA@"}`, []Mistake{at("zone", 9, `\u`, escapes)}},
		{"beyond 9", `{"zone":"\u999:"}`, []Mistake{at("zone", 9, `\u`, escapes)}},
		{"escape at the end", `{"zone":"\`, []Mistake{at("zone", 9, `\`, escapes)}},
		{"ends after brace", `{`, []Mistake{at("", 1, "", "the text ends within an object")}},
		{"ends after name", `{"days"`, []Mistake{at("", 7, "", "the text ends within an object")}},
		{"ends after colon", `{"days":`, []Mistake{at("days", 8, "", "the text ends where a value must stand")}},
		{"ends after member", `{"days":1`, []Mistake{at("", 9, "", "the text ends within an object")}},
		{"ends after comma", `{"days":1,`, []Mistake{at("", 10, "", "the text ends within an object")}},
		{"ends after bracket", `{"week":{"mon":[`, []Mistake{at("week.mon[0]", 16, "", "the text ends where a value must stand")}},
		{"ends after element", `{"week":{"mon":[["a","b"]`, []Mistake{at("week.mon", 25, "", "the text ends within an array")}},
	}
	var r Reader // used again and again: nothing must be left over
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r.Reset([]byte(test.text))
			readPlan(&r)
			if diff := cmp.Diff(test.want, mistakes(t, r.End())); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.text, diff)
			}
		})
	}
}

// mistakes returns those of an error that End returned.
func mistakes(t *testing.T, err error) []Mistake {
	t.Helper()
	if err == nil {
		return nil
	}
	var e *Error
	if !errors.As(err, &e) || !errors.Is(err, ErrInvalid) {
		t.Fatalf("error is %#v", err)
	}
	return e.Mistakes
}

func TestErrorText(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"one line", `{"zone":"Mars","day":1}` + "\n", `strictjson: column 9: zone: "Mars" is not a zone; write UTC
strictjson: column 16: day: unknown field; did you mean "days"?`},
		{"several lines", "{\n\"zone\":\n \"Mars\"}", `strictjson: line 3, column 2: zone: "Mars" is not a zone; write UTC`},
		{"without path", "", `strictjson: column 1: the text is empty; a JSON value must stand here`},
	}
	for _, test := range tests {
		r := NewReader([]byte(test.text))
		readPlan(r)
		if diff := cmp.Diff(test.want, r.End().Error()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestMaxMistakes(t *testing.T) {
	for _, test := range []struct {
		n, want int
		more    bool
	}{{99, 99, false}, {100, 100, false}, {101, 100, true}, {5000, 100, true}} {
		r := NewReader([]byte("[" + strings.Repeat("0,", test.n-1) + "0]"))
		calls := 0
		r.Array(func(int) { calls++; r.Text() })
		var e *Error
		if !errors.As(r.End(), &e) {
			t.Fatalf("%d mistakes: no error", test.n)
		}
		if len(e.Mistakes) != test.want || e.More != test.more || calls != min(test.n, 101) {
			t.Errorf("%d mistakes: got %d, more %v, after %d calls", test.n, len(e.Mistakes), e.More, calls)
		}
		if said := strings.HasSuffix(e.Error(), "\nstrictjson: there are more mistakes; reading ended here"); said != test.more {
			t.Errorf("%d mistakes: the text says more: %v", test.n, said)
		}
	}
}

func TestMaxDepth(t *testing.T) {
	r := NewReader([]byte(strings.Repeat("[", 64) + strings.Repeat("]", 64)))
	if err := r.End(); err != nil {
		t.Errorf("64 deep: %v", err)
	}
	for _, text := range []string{strings.Repeat("[", 65) + strings.Repeat("]", 65), strings.Repeat("[", 1e6)} {
		r.Reset([]byte(text))
		want := []Mistake{at(strings.Repeat("[0]", 64), 64, "", "is nested more than 64 deep")}
		if diff := cmp.Diff(want, mistakes(t, r.End())); diff != "" {
			t.Errorf("%d deep (-want +got):\n%s", len(text), diff)
		}
	}
	r.Reset([]byte(strings.Repeat(`{"a":`, 64) + "1" + strings.Repeat("}", 64)))
	if err := r.End(); err != nil {
		t.Errorf("64 deep: %v", err)
	}
	r.Reset([]byte(strings.Repeat(`{"a":`, 64) + "{}" + strings.Repeat("}", 64)))
	if got := mistakes(t, r.End()); len(got) != 1 || got[0].Offset != 64*5 || got[0].Why != "is nested more than 64 deep" {
		t.Errorf("65 deep: %v", got)
	}
}

// TestBrief: one line, and each mistake has a place but what is said of the whole text.
func TestBrief(t *testing.T) {
	read := func(text string) *Error {
		r := NewReader([]byte(text))
		r.Object(func(name []byte) {
			if string(name) == "days" {
				r.Int64()
			}
		})
		r.Fail(`needs "days"`)
		err, _ := r.End().(*Error)
		return err
	}
	for _, tt := range []struct{ text, want string }{
		{`{}`, `needs "days"`},
		{` {}`, `column 2: needs "days"`},
		{`{"days":"x"} {}`, `days: "x" must be a number; needs "days"; column 14: '{' must not follow the value`},
		{"{\n\"days\":1\n}\n]", `needs "days"; line 4, column 1: ']' must not follow the value`},
		{`{"days":1`, `column 10: the text ends within an object`},
		{`["é" 1]`, `must be an object, not an array; column 6: 1 must be a comma or ]`},
	} {
		if got := read(tt.text).Brief(); got != tt.want {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.text, got, tt.want)
		}
	}
	if got := (&Error{Mistakes: []Mistake{{Path: "a", Why: "is wrong"}}, More: true}).Brief(); got != "a: is wrong; and more" {
		t.Error(got)
	}
	if got := new(Error).Brief(); got != "" {
		t.Errorf("that of no text is %q", got)
	}
}
