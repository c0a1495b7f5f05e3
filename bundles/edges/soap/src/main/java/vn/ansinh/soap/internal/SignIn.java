package vn.ansinh.soap.internal;

import java.util.List;
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
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.message.token.UsernameToken;
import org.apache.wss4j.dom.validate.Credential;
import org.apache.wss4j.dom.validate.Validator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.identity.api.Identity;
import vn.ansinh.identity.api.Identity.Account;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.ErrorCode;

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
            LOG.info("Sign-in refused cause='{}'", root(e).getMessage());
            throw Faults.undeclared(cause(e));
        } catch (RuntimeException e) {
            throw Faults.undeclared(e);
        }
        if (account(message) == null) {
            throw Faults.undeclared(Faults.unauthenticated());
        }
    }

    /**
     * A timestamp beside the token is welcome: many stacks send one. An old one is refused below.
     */
    @Override
    protected boolean checkReceiverResultsAnyOrder(
            List<WSSecurityEngineResult> results, List<Integer> actions) {
        List<WSSecurityEngineResult> others =
                results.stream()
                        .filter(
                                result ->
                                        !Integer.valueOf(WSConstants.TS)
                                                .equals(
                                                        result.get(
                                                                WSSecurityEngineResult.TAG_ACTION)))
                        .toList();
        return super.checkReceiverResultsAnyOrder(others, actions);
    }

    /** What the library wraps: ours speaks for itself, its own means no sign-in, else no XML. */
    private static RuntimeException cause(Fault fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof AnsinhException known) {
                return known;
            }
            if (at instanceof WSSecurityException) {
                return Faults.unauthenticated();
            }
        }
        return new AnsinhException(ErrorCode.INVALID_INPUT, "Yêu cầu không đọc được hoặc quá lớn.");
    }

    private static Throwable root(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at;
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
