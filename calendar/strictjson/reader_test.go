package strictjson

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestText(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`""`, ""},
		{`"a b"`, "a b"},
		{`"é 日本 😀"`, "é 日本 😀"},
		{`"\"\\\/\b\f\n\r\t"`, "\"\\/\b\f\n\r\t"},
		{`"\u0000\u007f\u00E9\uffff"`, "\x00\x7fé\uffff"},
		{`"\ud83d\ude00\uDBFF\uDFFF"`, "😀\U0010FFFF"},
		{`"\ud7ff\ue000"`, "\ud7ff\ue000"},
		{"\"\u2028\x7f\"", "\u2028\x7f"},
		{`"\\u0041"`, `\u0041`},
	} {
		r := NewReader([]byte(test.text))
		if got := r.Text(); got != test.want || r.End() != nil {
			t.Errorf("Text of %s = %q, %v, want %q", test.text, got, r.Err(), test.want)
		}
	}
}

// An object with more names than are compared one by one.
func TestManyNames(t *testing.T) {
	for _, n := range []int{31, 32, 33, 34, 1000} {
		var b strings.Builder
		b.WriteString(`{"outer":1,"inner":{`)
		for i := range n {
			fmt.Fprintf(&b, `"n%d":%d,`, i, i)
		}
		head := b.String()
		for _, twice := range []int{0, n / 2, n - 1} {
			r := NewReader([]byte(head + fmt.Sprintf(`"n%d":0},"outer":2}`, twice)))
			var got []string
			for _, m := range mistakes(t, r.End()) {
				got = append(got, fmt.Sprint(m.Path, " ", m.Offset-len(head)))
			}
			// The second "outer" stands behind "nX":0},
			want := []string{fmt.Sprintf("inner.n%d 0", twice), fmt.Sprintf("outer %d", len(fmt.Sprintf(`"n%d":0},`, twice)))}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%d names, n%d twice (-want +got):\n%s", n, twice, diff)
			}
		}
		r := NewReader([]byte(head + `"m":1}}`))
		if err := r.End(); err != nil {
			t.Errorf("%d names: %v", n, err)
		}
		if got := cap(r.names); got > 4*manyNames {
			t.Errorf("%d names: %d are compared one by one", n, got)
		}
	}
}

// A name can stand in an object and in one within it. "ae" and "eb" share a bit
// of the quick test for new names.
func TestNamesOfLevels(t *testing.T) {
	for _, text := range []string{
		`{"ae":1,"x":{"eb":1,"ae":2},"eb":3}`,
		`{"\u0061e":1,"x":{"\u0065b":1,"\u0061e":2},"\u0065b":3}`,
	} {
		if err := NewReader([]byte(text)).End(); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
	r := NewReader([]byte(`{"\u0061e":1,"x":{"\u0065b":1},"\u0065b":3,"ae":2}`))
	want := []Mistake{at("ae", 43, "", "appears twice in one object, first at column 2")}
	if diff := cmp.Diff(want, mistakes(t, r.End())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPath(t *testing.T) {
	r := NewReader([]byte(`{"week":{"mon":[["09:00"],"x"]},"2026-12-24":1,"a.b":[2],"é":3,"-":null}`))
	var got []string
	var walk func()
	walk = func() {
		before := r.Path()
		switch r.Kind() {
		case Object:
			r.Object(func([]byte) { walk() })
		case Array:
			r.Array(func(int) { walk() })
		default:
			r.Skip()
			got = append(got, r.Path())
		}
		if after := r.Path(); after != before {
			t.Errorf("Path is %q before a value and %q after it", before, after)
		}
	}
	walk()
	want := []string{"week.mon[0][0]", "week.mon[1]", "2026-12-24", `["a.b"][0]`, `["é"]`, "-"}
	if diff := cmp.Diff(want, got); diff != "" || r.End() != nil {
		t.Errorf("%v (-want +got):\n%s", r.Err(), diff)
	}
}

// What a program does wrong is an error as well, never a panic or an answer.
func TestMisuse(t *testing.T) {
	const why = ": a mistake of the program that reads"
	tests := []struct {
		name, text string
		read       func(r *Reader)
		want       []Mistake
	}{
		{"read twice", `{"a":1}`, func(r *Reader) {
			r.Object(func([]byte) { r.Int64(); r.Int64() })
		}, []Mistake{at("a", 6, "", "a value read twice"+why)}},
		{"skipped twice", `[1]`, func(r *Reader) { r.Skip(); r.Skip() }, []Mistake{at("", 3, "", "a value read twice"+why)}},
		{"raw twice", `[1]`, func(r *Reader) { r.Raw(); r.Raw() }, []Mistake{at("", 3, "", "a value read twice"+why)}},
		{"End within", `[1]`, func(r *Reader) {
			r.Array(func(int) { r.Skip(); r.End() })
		}, []Mistake{at("[0]", 2, "", "End within an object or array"+why)}},
		{"Reset within", `[[1,2],3]`, func(r *Reader) {
			r.Array(func(int) {
				r.Array(func(int) { r.Reset([]byte(`true`)) })
			})
		}, nil},
		{"Null of a value read", `null`, func(r *Reader) {
			if !r.Null() || r.Null() {
				t.Error("Null is not true once")
			}
		}, nil},
	}
	for _, test := range tests {
		r := NewReader([]byte(test.text))
		test.read(r)
		if diff := cmp.Diff(test.want, mistakes(t, r.End())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestZeroReader(t *testing.T) {
	want := []Mistake{at("", 0, "", "the text is empty; a JSON value must stand here")}
	var r Reader
	if diff := cmp.Diff(want, mistakes(t, r.End())); diff != "" {
		t.Errorf("End (-want +got):\n%s", diff)
	}
	r = Reader{}
	if got := r.Text(); got != "" || r.Kind() != Invalid || r.Path() != "" {
		t.Errorf("Text = %q", got)
	}
	if diff := cmp.Diff(want, mistakes(t, r.End())); diff != "" {
		t.Errorf("Text (-want +got):\n%s", diff)
	}
	r = Reader{}
	r.Fail("is nothing")
	r.Unknown("a")
	if diff := cmp.Diff(want, mistakes(t, r.End())); diff != "" {
		t.Errorf("Fail (-want +got):\n%s", diff)
	}
}

// Fail is silent where the value was reported, and only there.
func TestFailOnce(t *testing.T) {
	r := NewReader([]byte(`{"a":"1","b":[0],"c":1.5,"d":{"x":1,"x":2},"e":1}`))
	r.Object(func(name []byte) {
		switch string(name) {
		case "a":
			r.Int64() // a mistake
		case "b":
			r.Array(func(int) { r.Text() }) // a mistake within, not of b
		case "c":
			r.Int64() // a mistake
		case "d":
			if r.Raw() != nil { // a mistake within, and so of d
				t.Error("Raw of a value with a mistake")
			}
		case "e":
			r.Fail("is first") // before it is read, which it never is
		}
		r.Fail("is second")
	})
	r.Fail("is last")
	var got []string
	for _, m := range mistakes(t, r.End()) {
		got = append(got, m.String())
	}
	want := []string{
		`a: "1" must be a number`,
		`b[0]: 0 must be a string`,
		`b: is second`,
		`c: 1.5 must be a whole number, without fraction and exponent`,
		`d.x: appears twice in one object, first at column 31`,
		`e: 1 is first`,
		`e: 1 is second`,
		`is last`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// An error keeps its mistakes when its Reader goes on.
func TestErrorStays(t *testing.T) {
	r := NewReader([]byte(`[1,2]`))
	var errs []error
	r.Array(func(int) {
		r.Text()
		errs = append(errs, r.Err())
	})
	errs = append(errs, r.End())
	r.Reset([]byte(`nope`))
	r.End()
	one := at("[0]", 1, "1", "must be a string")
	two := at("[1]", 3, "2", "must be a string")
	for i, want := range [][]Mistake{{one}, {one, two}, {one, two}} {
		if diff := cmp.Diff(want, mistakes(t, errs[i])); diff != "" {
			t.Errorf("error %d (-want +got):\n%s", i, diff)
		}
	}
}

// The allocations that the package documents.
func TestAllocations(t *testing.T) {
	r, data := new(Reader), []byte(ticketText)
	r.Reset(data)
	var got ticket
	readTicket(r, &got, (*Reader).Text)
	if err := r.End(); err != nil || len(got.events) != 8 || got.events[4].severity != "Crisis" || got.country != "DE" {
		t.Fatalf("got %+v, %v", got, err)
	}
	n := testing.AllocsPerRun(100, func() {
		r.Reset(data)
		got.events = got.events[:0]
		readTicket(r, &got, noText)
		if r.End() != nil {
			t.Error(r.Err())
		}
	})
	if n != 0 {
		t.Errorf("%v allocations for a ticket whose strings are not asked for, want 0", n)
	}
}
