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

// parameters returns the parameters of an address that accepts only the known ones. A
// misspelt name must not silently change a deadline: whoever asks for asof=… and gets the
// present state would not notice. So an unknown parameter is a mistake, as in a body, and so
// is a parameter that is given twice, of which one would be ignored. The error lists all
// mistakes. Parameters in a body (curl -X GET -d as_of=…) would be ignored in the same way.
//
// The interface for programs reads all its addresses like this, even those without
// parameters, and so do the pictures, which programs ask for too. /healthz and /metrics
// depend on no parameter, so they accept whatever a monitoring program adds.
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

// pageParameters returns the known parameters of a page's address. Others are allowed: mail
// programs and sites add their own (utm_source) to the links that people send each other, and
// a person would get an error for what somebody else did. A page can ignore them because it
// shows what it has understood: the list that is marked, the fields of the form as they were
// filled in. But if a known parameter is given twice, the page would have to choose, so that
// is an error.
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

// readable returns the parameters of an address, if all of them can be parsed: the Query
// method of a URL silently drops those that cannot.
func readable(r *http.Request) (url.Values, error) {
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, &httpError{http.StatusBadRequest, "the address cannot be read: " + err.Error() + "; write & between parameters, and %25 for a %"}
	}
	return query, nil
}

// unknown describes an unknown parameter in the same words as an unknown field in a body: it
// suggests the most similar name, or else lists all names.
func unknown(name string, known []string) string {
	reader := strictjson.NewReader(append(strictjson.AppendString([]byte{'{'}, name), ":0}"...))
	reader.Object(func([]byte) { reader.Unknown(known...) })
	var found *strictjson.Error
	if !errors.As(reader.End(), &found) { // the name is alone in the object, and nothing reads it
		return fmt.Sprintf("%q: unknown parameter", name)
	}
	place, why := found.Mistakes[0].Path, strings.Replace(found.Mistakes[0].Why, "unknown field", "unknown parameter", 1)
	if quoted, ok := strings.CutPrefix(place, "["); ok { // as in a body for a name such as "a b"
		place = strings.TrimSuffix(quoted, "]")
	}
	if len(known) == 0 {
		why += "; this address takes none"
	}
	return place + ": " + why
}

// twice returns the error for a parameter that is given several times.
func twice(name string, values []string) string {
	return fmt.Sprintf("%s: appears %d times, as %.40q and as %.40q; write it once", name, len(values), values[0], values[1])
}
