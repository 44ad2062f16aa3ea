package web

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/binary"
	"net/http"
	"strings"
	"time"
)

// sessionLength is how long a browser stays signed in.
const sessionLength = 12 * time.Hour

// sessions sign people in. A session is its expiry time with a signature, so nothing is
// stored. Whoever has the token can make one, and a new token ends all sessions.
type sessions struct {
	key    []byte
	name   string
	secure bool
}

func newSessions(token string, https bool) sessions {
	mac := hmac.New(sha256.New, []byte(token))
	mac.Write([]byte("helpdesk session"))
	s := sessions{key: mac.Sum(nil), name: "helpdesk", secure: https}
	if https {
		s.name = "__Host-helpdesk" // a browser keeps such a cookie from other hosts of the domain
	}
	return s
}

// cookie returns the cookie of a session that begins now.
func (s sessions) cookie(now time.Time) *http.Cookie {
	return &http.Cookie{
		Name: s.name, Value: s.sign(now.Add(sessionLength)), Path: "/", MaxAge: int(sessionLength.Seconds()),
		HttpOnly: true, Secure: s.secure, SameSite: http.SameSiteLaxMode,
	}
}

// gone returns the cookie that ends a session.
func (s sessions) gone() *http.Cookie {
	return &http.Cookie{Name: s.name, Path: "/", MaxAge: -1, HttpOnly: true, Secure: s.secure, SameSite: http.SameSiteLaxMode}
}

func (s sessions) sign(end time.Time) string {
	b := binary.BigEndian.AppendUint64(nil, uint64(end.Unix()))
	mac := hmac.New(sha256.New, s.key)
	mac.Write(b)
	return base64.RawURLEncoding.EncodeToString(mac.Sum(b))
}

// valid reports whether a request comes from a browser that is signed in.
func (s sessions) valid(r *http.Request, now time.Time) bool {
	c, err := r.Cookie(s.name)
	if err != nil {
		return false
	}
	b, err := base64.RawURLEncoding.DecodeString(c.Value)
	if err != nil || len(b) != 8+sha256.Size {
		return false
	}
	mac := hmac.New(sha256.New, s.key)
	mac.Write(b[:8])
	return hmac.Equal(mac.Sum(nil), b[8:]) && now.Unix() < int64(binary.BigEndian.Uint64(b))
}

// isToken reports whether a text is the token.
func (s *server) isToken(text string) bool {
	hash := sha256.Sum256([]byte(text))
	return subtle.ConstantTimeCompare(hash[:], s.token[:]) == 1
}

// signedIn reports whether a browser may write.
func (s *server) signedIn(r *http.Request) bool { return s.session.valid(r, time.Now()) }

// bearer reports whether a program may write.
func (s *server) bearer(r *http.Request) bool {
	scheme, token, ok := strings.Cut(r.Header.Get("Authorization"), " ")
	return ok && strings.EqualFold(scheme, "Bearer") && s.isToken(strings.TrimSpace(token))
}

func (s *server) loginPage(w http.ResponseWriter, r *http.Request) error {
	query, err := pageParameters(r, "next")
	if err != nil {
		return err
	}
	return s.render(w, r, http.StatusOK, "login", "Sign in", loginData{Next: localPath(query.Get("next"))})
}

type loginData struct{ Next, Error string }

func (s *server) loginForm(w http.ResponseWriter, r *http.Request) error {
	if err := parseForm(r); err != nil {
		return err
	}
	next := localPath(r.PostFormValue("next"))
	if !s.isToken(r.PostFormValue("token")) {
		s.Log.Warn("wrong token", "from", r.RemoteAddr)
		return s.render(w, r, http.StatusForbidden, "login", "Sign in", loginData{next, "That is not the token. Whoever runs the service has it: it is in the flag -token, in HELPDESK_TOKEN, or in the log of its start."})
	}
	http.SetCookie(w, s.session.cookie(time.Now()))
	http.Redirect(w, r, next, http.StatusSeeOther)
	return nil
}

func (s *server) logoutForm(w http.ResponseWriter, r *http.Request) error {
	http.SetCookie(w, s.session.gone())
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}

// localPath returns a path within this service, or "/" for anything else: nobody must be sent
// elsewhere after signing in.
func localPath(path string) string {
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || strings.ContainsAny(path, "\\\r\n\t") {
		return "/"
	}
	return path
}
