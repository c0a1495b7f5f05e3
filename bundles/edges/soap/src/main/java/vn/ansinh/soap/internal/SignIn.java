package vn.ansinh.soap.internal;

import java.util.Map;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.WSS4JConstants;
import org.apache.wss4j.common.cache.MemoryReplayCache;
import org.apache.wss4j.common.cache.ReplayCache;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.message.token.UsernameToken;
import org.apache.wss4j.dom.validate.Credential;
import org.apache.wss4j.dom.validate.Validator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.platform.api.AnsinhException;

/**
 * Signs the caller in by WS-Security UsernameToken with a password in text: TLS hides it, and a
 * digest would need the password itself on our side. The account is left with the exchange; the
 * operation refuses to work without one.
 */
public final class SignIn extends WSS4JInInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger("vn.ansinh.soap");

    private final Identity identity;

    /** Nonces seen, in memory: the usual cache of the library does not work in a container. */
    private final ReplayCache nonces;

    /** An interceptor over the accounts. */
    public SignIn(Identity identity) {
        super(
                Map.of(
                        ConfigurationConstants.ACTION, ConfigurationConstants.USERNAME_TOKEN,
                        ConfigurationConstants.PASSWORD_TYPE, WSS4JConstants.PW_TEXT));
        this.identity = identity;
        this.nonces = new MemoryReplayCache();
    }

    /** The signed-in account of the message that is being worked on, or null. */
    static Account account(SoapMessage message) {
        return message.getExchange().get(Account.class);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        message.put(SecurityConstants.NONCE_CACHE_INSTANCE, nonces);
        message.put(SecurityConstants.USERNAME_TOKEN_VALIDATOR, new ByIdentity());
        try {
            super.handleMessage(message);
        } catch (AnsinhException e) {
            throw Faults.undeclared(e);
        } catch (Fault e) {
            LOG.info("Sign-in refused cause='{}'", e.getMessage());
            throw Faults.undeclared(cause(e));
        } catch (RuntimeException e) {
            throw Faults.undeclared(e);
        }
        if (account(message) == null) {
            throw Faults.undeclared(Faults.unauthenticated());
        }
    }

    /** What the library wraps: our own exception speaks for itself, its own mean no sign-in. */
    private static RuntimeException cause(Fault fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof AnsinhException known) {
                return known;
            }
        }
        return Faults.unauthenticated();
    }

    private final class ByIdentity implements Validator {
        @Override
        public Credential validate(Credential credential, RequestData data)
                throws WSSecurityException {
            UsernameToken token = credential.getUsernametoken();
            if (token == null
                    || token.getName() == null
                    || token.getPassword() == null
                    || !WSS4JConstants.PASSWORD_TEXT.equals(token.getPasswordType())) {
                throw new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION);
            }
            Account account =
                    identity.authenticate(token.getName(), token.getPassword().toCharArray())
                            .orElseThrow(
                                    () ->
                                            new WSSecurityException(
                                                    WSSecurityException.ErrorCode
                                                            .FAILED_AUTHENTICATION));
            ((SoapMessage) data.getMsgContext()).getExchange().put(Account.class, account);
            return credential;
        }
    }
}
