package strictjson

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWriter holds what is written to the byte.
func TestWriter(t *testing.T) {
	for _, tt := range []struct {
		name  string
		write func(w *Writer)
		want  string
	}{
		{"nothing", func(w *Writer) {}, ``},
		{"a string", func(w *Writer) { w.Text("a") }, `"a"`},
		{"an empty object", func(w *Writer) { w.OpenObject(); w.CloseObject() }, `{}`},
		{"an empty array", func(w *Writer) { w.OpenArray(); w.CloseArray() }, `[]`},
		{"every kind in an array", func(w *Writer) {
			w.OpenArray()
			w.OpenObject()
			w.CloseObject()
			w.OpenArray()
			w.CloseArray()
			w.Text("")
			w.TextBytes(nil)
			w.Int(0)
			w.Number("-1.5e+3")
			w.Bool(true)
			w.Bool(false)
			w.Null()
			w.CloseArray()
		}, `[{},[],"","",0,-1.5e+3,true,false,null]`},
		{"every kind in an object", func(w *Writer) {
			w.OpenObject()
			w.Name("a").OpenObject()
			w.CloseObject()
			w.Name("b").OpenArray()
			w.CloseArray()
			w.Name("c").Text("")
			w.Name("d").TextBytes([]byte("x"))
			w.Name("e").Int(-7)
			w.Name("f").Number("0.10")
			w.Name("g").Bool(true)
			w.Name("h").Null()
			w.Key("i").Int(1)
			w.CloseObject()
		}, `{"a":{},"b":[],"c":"","d":"x","e":-7,"f":0.10,"g":true,"h":null,"i":1}`},
		{"optional texts", func(w *Writer) {
			w.OpenObject()
			w.Optional("a", "")
			w.Optional("b", "x\n")
			w.Optional("c", "")
			w.Optional("d", " ")
			w.CloseObject()
		}, `{"b":"x\n","d":" "}`},
		{"no optional text", func(w *Writer) {
			w.OpenObject()
			w.Optional("a", "")
			w.CloseObject()
		}, `{}`},
		{"levels", func(w *Writer) {
			w.OpenObject()
			w.Name("a").OpenArray()
			w.Int(1)
			w.OpenObject()
			w.Name("b").OpenArray()
			w.OpenArray()
			w.OpenArray()
			w.CloseArray()
			w.CloseArray()
			w.CloseArray()
			w.Name("c").Int(2)
			w.CloseObject()
			w.Int(3)
			w.CloseArray()
			w.Name("d").Int(4)
			w.CloseObject()
		}, `{"a":[1,{"b":[[[]]],"c":2},3],"d":4}`},
		{"keys", func(w *Writer) {
			w.OpenObject()
			w.Key("").Int(1)
			w.Key("a \"b\"\n<é>\xff").Int(2)
			w.CloseObject()
		}, `{"":1,"a \"b\"\n<é>` + "\uFFFD" + `":2}`},
		{"numbers", func(w *Writer) {
			w.OpenArray()
			for _, n := range []int{math.MaxInt32, math.MinInt32, math.MaxInt, math.MinInt, math.MaxInt>>10 + 2} {
				w.Int(n)
			}
			w.CloseArray()
		}, map[int]string{ // by the size of an int
			64: `[2147483647,-2147483648,9223372036854775807,-9223372036854775808,9007199254740993]`,
			32: `[2147483647,-2147483648,2147483647,-2147483648,2097153]`,
		}[strconv.IntSize]},
	} {
		var zero Writer
		tt.write(&zero)
		if diff := cmp.Diff(tt.want, string(zero.Bytes())); diff != "" {
			t.Errorf("%s, of the zero Writer (-want +got):\n%s", tt.name, diff)
		}
		// Whatever stands before is kept, and takes no comma.
		for _, before := range []string{"", "\n", `{"row":`, `{"a":1}`, `"`} {
			w := NewWriter([]byte(before))
			tt.write(&w)
			if diff := cmp.Diff(before+tt.want, string(w.Bytes())); diff != "" {
				t.Errorf("%s, after %q (-want +got):\n%s", tt.name, before, diff)
			}
		}
	}
}

// TestWriterEscapes: each byte at each place of a text of each length up to 20 is
// written as it is among others, be it near the end or not; the shorter texts are
// those that are not looked at by eight bytes at once.
func TestWriterEscapes(t *testing.T) {
	for c := range 256 {
		want := string([]byte{byte(c)})
		switch {
		case c == '"' || c == '\\':
			want = `\` + want
		case c == '\b':
			want = `\b`
		case c == '\t':
			want = `\t`
		case c == '\n':
			want = `\n`
		case c == '\f':
			want = `\f`
		case c == '\r':
			want = `\r`
		case c < ' ':
			want = `\u00` + string("01"[c>>4]) + string("0123456789abcdef"[c&15])
		case c >= 0x80:
			want = "\uFFFD" // alone it is not UTF-8
		}
		for before := range 20 {
			for after := range 20 - before {
				left, right := strings.Repeat("~", before), strings.Repeat(" ", after)
				s := left + string([]byte{byte(c)}) + right
				var text, bytes Writer
				text.Text(s)
				bytes.TextBytes([]byte(s))
				quoted := `"` + left + want + right + `"`
				if got := [2]string{string(text.Bytes()), string(bytes.Bytes())}; got != [2]string{quoted, quoted} {
					t.Fatalf("Text and TextBytes of %q are %q, want %q", s, got, quoted)
				}
			}
		}
	}
}

// TestWriterAllocations: nothing is allocated but the slice.
func TestWriterAllocations(t *testing.T) {
	b := make([]byte, 0, 256)
	text := []byte("2026-03-02T09:00:00+01:00")
	n := testing.AllocsPerRun(100, func() {
		w := NewWriter(b)
		w.OpenObject()
		w.Name("text").Text("plain, and longer than thirty-two bytes")
		w.Key("a \"b\"").TextBytes(text)
		w.Name("n").Int(math.MaxInt32)
		w.Name("all").OpenArray()
		w.Bool(true)
		w.Number("99.5")
		w.Null()
		w.CloseArray()
		w.CloseObject()
		if len(w.Bytes()) != 126 {
			t.Fatalf("%d bytes: %s", len(w.Bytes()), w.Bytes())
		}
	})
	if n != 0 {
		t.Errorf("%v allocations, want 0", n)
	}
}
