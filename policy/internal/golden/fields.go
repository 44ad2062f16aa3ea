package golden

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/calendar"
)

// Fields returns the fields of an answer in JSON in a form in which two answers
// can be compared: instants as UTC, clocks without the names of their calendars,
// without their reasons and without what they took by the wall clock. The error is
// that of [json.Unmarshal]: the answer is not one JSON object.
func Fields(answer []byte) (map[string]any, error) {
	var fields map[string]any
	if err := json.Unmarshal(answer, &fields); err != nil {
		return nil, err
	}
	return comparable("", fields).(map[string]any), nil
}

// comparable turns the texts of instants into instants, wherever they stand, and
// leaves out what is not compared.
func comparable(field string, v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, e := range v {
			switch k {
			case "calendar", "why", "elapsed_wall": // not in every answer that is compared
			default:
				out[k] = comparable(k, e)
			}
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = comparable("", e)
		}
		return out
	case string:
		switch field {
		case "started", "due", "stopped", "at", "from":
			if at, err := calendar.ParseTime(v); err == nil {
				return at
			}
		}
	}
	return v
}

// Diff says where two values differ that were made from JSON, two lines for each
// place: what is wanted and what there is. Lists of different lengths are told as a
// whole. It is empty if they are equal.
func Diff(want, got any) string {
	var b strings.Builder
	diff(&b, "", want, got)
	return b.String()
}

func diff(b *strings.Builder, place string, want, got any) {
	if reflect.DeepEqual(want, got) {
		return
	}
	switch want := want.(type) {
	case map[string]any:
		if got, ok := got.(map[string]any); ok {
			keys := map[string]any{}
			maps.Copy(keys, want)
			maps.Copy(keys, got)
			for _, k := range slices.Sorted(maps.Keys(keys)) {
				diff(b, strings.TrimPrefix(place+"."+k, "."), want[k], got[k])
			}
			return
		}
	case []any:
		if got, ok := got.([]any); ok && len(got) == len(want) {
			for i := range want {
				diff(b, fmt.Sprintf("%s[%d]", place, i), want[i], got[i])
			}
			return
		}
	}
	fmt.Fprintf(b, "  %s: want %s\n  %s  got  %s\n", place, show(want), strings.Repeat(" ", len(place)), show(got))
}

func show(v any) string {
	if v == nil {
		return "nothing"
	}
	text, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(text)
}
