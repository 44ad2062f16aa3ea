package strictjson_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A text with three mistakes, all of which are found.
func Example() {
	text := `{"id": "T-1", "events": [
  {"at": "2026-03-02T09:00:00+01:00", "kind": "reported", "sevrity": "Critical"},
  {"at": "2026-03-02 10:10", "kind": "reportd"}
]}`
	r := strictjson.NewReader([]byte(text))
	readEvent := func(int) {
		r.Object(func(name []byte) {
			switch string(name) {
			case "at":
				if _, err := time.Parse(time.RFC3339, r.Text()); err != nil {
					r.Fail("is not an instant; write it as 2006-01-02T15:04:05Z")
				}
			case "kind":
				switch string(r.TextBytes()) {
				case "reported", "responded":
				default:
					r.Fail("is not a kind of event")
				}
			case "severity":
				r.Text()
			default:
				r.Unknown("at", "kind", "severity")
			}
		})
	}
	r.Object(func(name []byte) {
		switch string(name) {
		case "id":
			r.Text()
		case "events":
			r.Array(readEvent)
		default:
			r.Unknown("id", "events")
		}
	})
	fmt.Println(r.End())
	// Output:
	// strictjson: line 2, column 59: events[0].sevrity: unknown field; did you mean "severity"?
	// strictjson: line 3, column 10: events[1].at: "2026-03-02 10:10" is not an instant; write it as 2006-01-02T15:04:05Z
	// strictjson: line 3, column 38: events[1].kind: "reportd" is not a kind of event
}

func ExampleNewReader() {
	r := strictjson.NewReader([]byte(`"8h"`))
	fmt.Println(r.Text(), r.End())
	// Output: 8h <nil>
}

func ExampleReader_Reset() {
	var r strictjson.Reader
	for _, line := range []string{`1`, `"2"`, `3`} {
		r.Reset([]byte(line))
		n := r.Int64()
		fmt.Println(n, r.End())
	}
	// Output:
	// 1 <nil>
	// 0 strictjson: column 1: "2" must be a number
	// 3 <nil>
}

func ExampleReader_End() {
	r := strictjson.NewReader([]byte(`true false`))
	r.Bool()
	fmt.Println(r.Err())
	fmt.Println(r.End())
	// Output:
	// <nil>
	// strictjson: column 6: false must not follow the value
}

func ExampleReader_Err() {
	r := strictjson.NewReader([]byte(`[1, "2", 3]`))
	r.Array(func(i int) {
		r.Int64()
		fmt.Println(i, r.Err())
	})
	// Output:
	// 0 <nil>
	// 1 strictjson: column 5: [1]: "2" must be a number
	// 2 strictjson: column 5: [1]: "2" must be a number
}

func ExampleReader_Object() {
	r := strictjson.NewReader([]byte(`{"region": "EMEA", "region": "US", "Region": "APJ"}`))
	r.Object(func(name []byte) {
		if string(name) == "region" {
			fmt.Println(r.Text())
		}
	})
	fmt.Println(r.End())
	// Output:
	// EMEA
	// strictjson: column 20: region: appears twice in one object, first at column 2
	// strictjson: column 36: Region: unknown field
}

func ExampleReader_Map() {
	r := strictjson.NewReader([]byte(`{"week": {"mon": [["09:00", 17]], "mom": []}}`))
	r.Object(func([]byte) {
		r.Map(func(key []byte) {
			if string(key) == "mon" {
				r.Array(func(int) { r.Array(func(int) { r.Text() }) })
			}
		})
	})
	fmt.Println(r.End())
	// Output:
	// strictjson: column 29: week[mon][0][1]: 17 must be a string
	// strictjson: column 35: week[mom]: unknown key
}

func ExampleAppendString() {
	fmt.Println(string(strictjson.AppendString(nil, "a < b: \"yes\"")))
	// Output: "a < b: \"yes\""
}

func ExampleReader_Array() {
	r := strictjson.NewReader([]byte(`["09:00", "17:00", "18:00"]`))
	var window [2]string
	r.Array(func(i int) {
		if i < len(window) {
			window[i] = r.Text()
		}
	})
	fmt.Println(window, r.End())
	// Output: [09:00 17:00] strictjson: column 20: [2]: "18:00" must not stand here
}

func ExampleReader_Text() {
	r := strictjson.NewReader([]byte(`["Z\u00fcrich", 8001]`))
	r.Array(func(int) { fmt.Printf("%q\n", r.Text()) })
	fmt.Println(r.End())
	// Output:
	// "Zürich"
	// ""
	// strictjson: column 17: [1]: 8001 must be a string
}

func ExampleReader_TextBytes() {
	r := strictjson.NewReader([]byte(`"portal"`))
	switch string(r.TextBytes()) { // does not allocate
	case "phone", "email", "portal":
	default:
		r.Fail("is not a channel")
	}
	fmt.Println(r.End())
	// Output: <nil>
}

func ExampleReader_Number() {
	r := strictjson.NewReader([]byte(`1.50`))
	fmt.Println(r.Number(), r.End())
	// Output: 1.50 <nil>
}

func ExampleReader_Int64() {
	r := strictjson.NewReader([]byte(`[5, -0, 2.5]`))
	r.Array(func(int) { fmt.Println(r.Int64()) })
	fmt.Println(r.End())
	// Output:
	// 5
	// 0
	// 0
	// strictjson: column 9: [2]: 2.5 must be a whole number, without fraction and exponent
}

func ExampleReader_Bool() {
	r := strictjson.NewReader([]byte(`[true, 1]`))
	r.Array(func(int) { fmt.Println(r.Bool()) })
	fmt.Println(r.End())
	// Output:
	// true
	// false
	// strictjson: column 8: [1]: 1 must be true or false
}

func ExampleReader_Null() {
	r := strictjson.NewReader([]byte(`[null, 7]`))
	r.Array(func(int) {
		if r.Null() {
			fmt.Println("none")
			return
		}
		fmt.Println(r.Int64())
	})
	fmt.Println(r.End())
	// Output:
	// none
	// 7
	// <nil>
}

// A severity is a string or a number.
func ExampleReader_Kind() {
	for _, text := range []string{`"1"`, `1`, `[1]`} {
		r := strictjson.NewReader([]byte(text))
		var severity string
		if r.Kind() == strictjson.Number {
			severity = r.Number()
		} else {
			severity = r.Text()
		}
		fmt.Printf("%q %v\n", severity, r.End())
	}
	// Output:
	// "1" <nil>
	// "1" <nil>
	// "" strictjson: column 1: must be a string, not an array
}

func ExampleKind_String() {
	fmt.Println(strictjson.Object, strictjson.Bool, strictjson.Invalid)
	// Output: an object true or false no value
}

func ExampleReader_Raw() {
	r := strictjson.NewReader([]byte(`{"schema": 1, "agreement": {"name": "own"}}`))
	var agreement []byte
	r.Object(func(name []byte) {
		if string(name) == "agreement" {
			agreement = r.Raw()
		} else {
			r.Skip()
		}
	})
	fmt.Println(string(agreement), r.End())
	// Output: {"name": "own"} <nil>
}

func ExampleReader_Skip() {
	r := strictjson.NewReader([]byte(`{"comment": {"a": 1, "a": 2}, "days": 3}`))
	r.Object(func(name []byte) {
		switch string(name) {
		case "comment":
			r.Skip() // its content does not matter, but it is checked
		case "days":
			fmt.Println(r.Int64())
		}
	})
	fmt.Println(r.End())
	// Output:
	// 3
	// strictjson: column 22: comment.a: appears twice in one object, first at column 14
}

func ExampleReader_Fail() {
	r := strictjson.NewReader([]byte(`{"start": "09:00", "end": "08:00"}`))
	var start, end string
	r.Object(func(name []byte) {
		switch string(name) {
		case "start":
			start = r.Text()
		case "end":
			if end = r.Text(); end <= start {
				r.Fail("is not after start") // of the member
			}
		}
	})
	r.Fail(`needs "zone"`) // of the object
	fmt.Println(r.End())
	// Output:
	// strictjson: column 27: end: "08:00" is not after start
	// strictjson: column 1: needs "zone"
}

func ExampleReader_Unknown() {
	r := strictjson.NewReader([]byte(`{"kond": "reported", "colour": "red"}`))
	r.Object(func([]byte) { r.Unknown("at", "kind") })
	fmt.Println(r.End())
	// Output:
	// strictjson: column 2: kond: unknown field; did you mean "kind"?
	// strictjson: column 22: colour: unknown field; known are at, kind
}

func ExampleReader_Path() {
	r := strictjson.NewReader([]byte(`{"week": {"mon": [["09:00", "12:00"]]}}`))
	r.Object(func([]byte) {
		r.Object(func([]byte) {
			r.Array(func(int) {
				r.Array(func(int) { fmt.Println(r.Path(), r.Text()) })
			})
		})
	})
	// Output:
	// week.mon[0][0] 09:00
	// week.mon[0][1] 12:00
}

func ExampleReader_Offset() {
	text := `{"id": "T-1"}`
	r := strictjson.NewReader([]byte(text))
	r.Object(func([]byte) {
		next, id := r.Offset(), r.TextBytes()
		fmt.Println(next, r.Offset(), text[next+1:next+1+len(id)])
	})
	fmt.Println(r.Offset(), r.End())
	// Output:
	// 7 7 T-1
	// 0 <nil>
}

func ExampleError() {
	r := strictjson.NewReader([]byte(`{"on": 2026}`))
	r.Object(func([]byte) { r.Text() })
	var e *strictjson.Error
	if err := r.End(); errors.As(err, &e) {
		for _, m := range e.Mistakes {
			fmt.Printf("path %s, offset %d, line %d, column %d, value %s: %s\n", m.Path, m.Offset, m.Line, m.Column, m.Value, m.Why)
		}
	}
	// Output: path on, offset 7, line 1, column 8, value 2026: must be a string
}

func ExampleError_Error() {
	r := strictjson.NewReader([]byte(`[1, 2]`))
	r.Array(func(int) { r.Text() })
	fmt.Println(r.End().Error())
	// Output:
	// strictjson: column 2: [0]: 1 must be a string
	// strictjson: column 5: [1]: 2 must be a string
}

func ExampleError_Text() {
	r := strictjson.NewReader([]byte(`[1, 2]`))
	r.Array(func(int) { r.Text() })
	var e *strictjson.Error
	if errors.As(r.End(), &e) {
		fmt.Println(e.Text("desk"))
	}
	// Output:
	// desk: column 2: [0]: 1 must be a string
	// desk: column 5: [1]: 2 must be a string
}

func ExampleError_Is() {
	fmt.Println(errors.Is(strictjson.NewReader(nil).End(), strictjson.ErrInvalid))
	// Output: true
}

func ExampleMistake_String() {
	m := strictjson.Mistake{Path: "events[2].kind", Value: `"reportd"`, Why: "is not a kind of event"}
	fmt.Println(m)
	// Output: events[2].kind: "reportd" is not a kind of event
}

func ExampleLocate() {
	text := "{\"week\": {\"mon\": [[\"09:00\", \"12:00\"],\n  [\"13:00\", \"12:30\"]]}}"
	for _, at := range strictjson.Locate([]byte(text), []string{"week[mon][1]", "week[tue]"}) {
		fmt.Printf("line %d, column %d\n", at.Line, at.Column)
	}
	// Output:
	// line 2, column 3
	// line 1, column 10
}

func ExampleInside() {
	fmt.Println(strictjson.Inside("readings", "purchased.zone"), strictjson.Inside("attributes", "cost centre"))
	// Output: readings[purchased.zone] attributes["cost centre"]
}

func ExampleShorten() {
	fmt.Println(strictjson.Shorten("Critical"))
	fmt.Println(strictjson.Shorten("Critical, but nobody who could say why is here"))
	// Output:
	// Critical
	// Critical, but nobody who could say why i…
}
