package web

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// parameters returns the parameters of an address that takes the known ones. A misspelt
// name must not silently change a deadline: whoever asks for asof=… and is told how
// things are now would not see that. So it is a mistake, as it is in a body, and so is a
// parameter that stands twice, of which one would be dropped. The error has all of them.
// Parameters in a body (curl -X GET -d as_of=…) would be passed over in the same way.
//
// The interface for programs reads its addresses so, also where it takes no parameters,
// and so do the pictures, which programs ask for, too. What /healthz and /metrics are
// asked hangs on no parameter, so that they take whatever a watching program adds.
func parameters(r *http.Request, known ...string) (url.Values, error) {
	if (r.Method == http.MethodGet || r.Method == http.MethodHead) && r.ContentLength != 0 {
		return nil, &httpError{http.StatusBadRequest, "a " + r.Method + " has no body here, and it would be passed over; write what you ask for into the address, behind a ?"}
	}
	query, err := readable(r)
	if err != nil {
		return nil, err
	}
	var wrong []string
	for _, name := range slices.Sorted(maps.Keys(query)) {
		isKnown := slices.Contains(known, name)
		if isKnown && len(query[name]) == 1 {
			continue
		}
		if len(wrong) == strictjson.MaxMistakes {
			wrong = append(wrong, "and more")
			break
		}
		if isKnown {
			wrong = append(wrong, twice(name, query[name]))
		} else {
			wrong = append(wrong, unknown(name, known))
		}
	}
	if len(wrong) > 0 {
		return nil, &httpError{http.StatusBadRequest, strings.Join(wrong, "; ")}
	}
	return query, nil
}

// pageParameters returns the parameters of an address of a page, those that it knows.
// Others may stand there: mail programs and sites add some of their own (utm_source) to
// the links that people send each other, and a person would be shown an error for what
// somebody else did. A page can pass over them because it shows what it has understood:
// the list that is marked, the fields of the form as they were filled in. But of one that
// it knows and that stands twice it would have to choose.
func pageParameters(r *http.Request, known ...string) (url.Values, error) {
	query, err := readable(r)
	if err != nil {
		return nil, err
	}
	maps.DeleteFunc(query, func(name string, _ []string) bool { return !slices.Contains(known, name) })
	for _, name := range slices.Sorted(maps.Keys(query)) {
		if len(query[name]) > 1 {
			return nil, &httpError{http.StatusBadRequest, twice(name, query[name])}
		}
	}
	return query, nil
}

// readable returns the parameters of an address, if all of them can be read: the
// method Query of an address drops those that cannot, and says nothing.
func readable(r *http.Request) (url.Values, error) {
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, &httpError{http.StatusBadRequest, "the address cannot be read: " + err.Error() + "; write & between parameters, and %25 for a %"}
	}
	return query, nil
}

// unknown says of a parameter what is said of a field in a body, and in the same words:
// the name that is spelt most like it, or else all that there are.
func unknown(name string, known []string) string {
	reader := strictjson.NewReader(append(strictjson.AppendString([]byte{'{'}, name), ":0}"...))
	reader.Object(func([]byte) { reader.Unknown(known...) })
	var found *strictjson.Error
	if !errors.As(reader.End(), &found) { // the name stands alone, and nothing reads it
		return fmt.Sprintf("%q: unknown parameter", name)
	}
	place, why := found.Mistakes[0].Path, strings.Replace(found.Mistakes[0].Why, "unknown field", "unknown parameter", 1)
	if quoted, ok := strings.CutPrefix(place, "["); ok { // which a body has of a name like "a b"
		place = strings.TrimSuffix(quoted, "]")
	}
	if len(known) == 0 {
		why += "; this address takes none"
	}
	return place + ": " + why
}

// twice says of a parameter that it stands several times.
func twice(name string, values []string) string {
	return fmt.Sprintf("%s: stands %d times, as %.40q and as %.40q; write it once", name, len(values), values[0], values[1])
}
